using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Islands.Tables;

/// <remarks>
/// The grid is given the rows of the page rather than a way to load them: it would ask for them after it was shown first, and what comes
/// from the server would be an empty table.
/// </remarks>
public sealed partial class DataTable<TRow>
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<TRow> Rows { get; set; }

    /// <summary>The first is the link that opens the row, and is as wide as there is room.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TableColumn<TRow>> Columns { get; set; }

    /// <summary>What a row is called.</summary>
    [Parameter, EditorRequired]
    public required Func<TRow, string> Name { get; set; }

    /// <summary>Where a row leads.</summary>
    [Parameter, EditorRequired]
    public required Func<TRow, string> Address { get; set; }

    /// <summary>The entries of a row's menu; nothing for one that has none.</summary>
    [Parameter, EditorRequired]
    public required Func<TRow, RenderFragment?> Menu { get; set; }

    /// <summary>What is shown when there are no rows.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Empty { get; set; }

    [Parameter]
    public TableSort? Sort { get; set; }

    /// <summary>In a circuit: by which column to sort.</summary>
    [Parameter]
    public EventCallback<string> SortChanged { get; set; }

    /// <summary>What a row is selected by, in the form around the table.</summary>
    [Parameter]
    public Func<TRow, string>? Value { get; set; }

    /// <summary>Fields for what to do with the selected rows; without, none can be selected.</summary>
    [Parameter]
    public RenderFragment? Bulk { get; set; }

    [Parameter]
    public IReadOnlySet<TRow> Selected { get; set; } = new HashSet<TRow>();

    [Parameter]
    public EventCallback<IReadOnlySet<TRow>> SelectedChanged { get; set; }

    /// <summary>Whether a row holds a picture beside its line: 44 px instead of 40.</summary>
    [Parameter]
    public bool Tall { get; set; }

    private TableColumn<TRow> First => Columns[0];

    // The grid keeps the very set that it is given.
    private HashSet<TRow> Chosen => Selected as HashSet<TRow> ?? [.. Selected];

    private bool All => Rows.Count > 0 && Selected.Count == Rows.Count;
}
