using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Web.Leaderboards.Benchmarks.Rows;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

using MudBlazor;

namespace LlmGuide.Web.Leaderboards.Benchmarks;

public sealed partial class BoardTable
{
    private readonly Dictionary<int, int> _decimals = [];
    private BoardLayout _layout = new([]);

    [Parameter, EditorRequired]
    public required BoardView Board { get; set; }

    /// <summary>How many rows are shown at most.</summary>
    [Parameter]
    public int MaxRows { get; set; } = int.MaxValue;

    /// <summary>The address of the same list in another order, by the key of the order and whether it is the current one.</summary>
    [Parameter]
    public Func<string, bool, string>? SortedBy { get; set; }

    /// <summary>The current order, when it is not a metric.</summary>
    [Parameter]
    public string? Sort { get; set; }

    [Parameter]
    public bool Reversed { get; set; }

    /// <summary>Whether the reader may correct the rows.</summary>
    [Parameter]
    public bool Edits { get; set; }

    /// <summary>The caption.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private IEnumerable<BoardRow> Rows => Board.Results.Items.Take(MaxRows);

    protected override void OnParametersSet()
    {
        _layout = new BoardLayout([.. Rows]);
        foreach (var column in Board.Columns)
        {
            _decimals[column.Id] = ScoreLabels.Decimals(
                Rows.Select(r => r.Scores.GetValueOrDefault(column.Id)).OfType<BoardScore>().Select(ScoreLabels.Of));
        }
    }

    private RenderFragment Head(string key, string name, BoardColumn? column, string css) => builder =>
    {
        var current = column is null ? Board.SortedBy is null && Sort == key : Board.SortedBy == column;
        builder.OpenElement(0, "th");
        builder.AddAttribute(1, "scope", "col");
        builder.AddAttribute(2, "role", "columnheader");
        builder.AddAttribute(3, "class", css.Length == 0 ? null : css);
        builder.AddAttribute(4, "aria-sort", current && SortedBy is not null ? Direction(key, column) : null);
        if (SortedBy is null)
        {
            builder.AddContent(5, name);
        }
        else
        {
            Link(builder, SortedBy(key, current), name, current, Direction(key, column));
        }

        builder.CloseElement();
    };

    private static void Link(RenderTreeBuilder builder, string address, string name, bool current, string direction)
    {
        builder.OpenElement(6, "a");
        builder.AddAttribute(7, "href", address);
        builder.AddAttribute(8, "rel", "nofollow");
        builder.AddContent(9, name);
        builder.OpenComponent<Icon>(10);
        builder.AddComponentParameter(11, nameof(Icon.Name), !current ? Icons.Material.Outlined.UnfoldMore
            : direction == "descending" ? Icons.Material.Outlined.ExpandMore : Icons.Material.Outlined.ExpandLess);
        builder.CloseComponent();
        builder.CloseElement();
    }

    private string Direction(string key, BoardColumn? column)
    {
        var falling = column is null ? key == BoardFilter.ByDate : column.HigherIsBetter ?? true;
        return falling != Reversed ? "descending" : "ascending";
    }

    private RenderFragment Score(BoardRow row, BoardColumn column) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "role", "cell");
        builder.AddAttribute(2, "class", row.Scores.ContainsKey(column.Id) ? "r num" : "r num none");
        builder.AddAttribute(3, "data-l", column.Name);
        if (row.Scores.GetValueOrDefault(column.Id) is not { } score)
        {
            builder.AddMarkupContent(
                4, "<span class=\"quiet\"><span aria-hidden=\"true\">–</span><span class=\"sr\">not known</span></span>");
        }
        else
        {
            var figure = ScoreLabels.Of(score);
            builder.OpenElement(5, column == Board.Charted && Board.Best.Contains(row.Id) ? "strong" : "span");
            builder.AddContent(6, figure);
            builder.CloseElement();
            builder.AddContent(7, ScoreLabels.Padding(figure, _decimals[column.Id]));
        }

        builder.CloseElement();
    };

    private static RenderFragment Paper(BoardRow row) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", row.Resource is { } slug ? Links.Resource(slug) : row.PaperUrl ?? row.SourceUrl);
        builder.AddAttribute(2, "rel", row.Resource is null ? "external" : null);
        builder.AddContent(3, BoardLayout.Paper(row));
        builder.CloseElement();
    };
}
