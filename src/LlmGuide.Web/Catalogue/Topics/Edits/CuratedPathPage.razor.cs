using System.Globalization;

using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Topics.Edits;

/// <summary>The whole path, to be edited and put in order.</summary>
public sealed partial class CuratedPathPage
{
    private const string MovedKey = "moved";
    private const string ActKey = "act";
    private const string FromKey = "from";
    private const string BeforeKey = "before";

    private CuratedPath _path = new([], [], []);
    private string? _fault;
    private string? _again;

    [Inject]
    public required CuratedPathQuery Paths { get; set; }

    [Inject]
    public required MoveOnPath Move { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Where the thing that was just moved is now.</summary>
    private string? Moved
    {
        get
        {
            var slug = Http.Request.Query[MovedKey].ToString();
            var topic = _path.Stages.SelectMany(s => s.Topics).FirstOrDefault(t => t.Slug == slug);
            return topic is not null && _path.Stages.First(s => s.Topics.Contains(topic)) is var home
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"“{topic.Title}” is now topic {topic.Position} of {_path.Topics}, in stage {NumberOf(home)}, “{home.Title}”.")
                : _path.Stages.FirstOrDefault(s => s.Slug == slug) is { } stage
                    ? $"“{stage.Title}” is now stage {NumberOf(stage)} of {_path.Stages.Count}."
                : null;
        }
    }

    /// <summary>Where the topic that was just moved was: its stage, and what it stood before.</summary>
    private (string Topic, string Stage, string Before)? Origin =>
        Http.Request.Query[MovedKey].ToString() is { Length: > 0 } topic && Http.Request.Query[FromKey].ToString() is { Length: > 0 } stage
            ? (topic, stage, Http.Request.Query[BeforeKey].ToString())
            : null;

    protected override async Task OnInitializedAsync()
    {
        _path = await Paths.RunAsync(Aborted);
        _again = Http.Request.Query[ActKey];
    }

    private async Task MoveAsync()
    {
        var form = Http.Request.Form;
        _again = form["do"];
        if (MoveActs.Read(form) is not { } move)
        {
            return;
        }

        var home = _path.Stages.FirstOrDefault(s => s.Topics.Any(t => t.Slug == move.Slug));
        var next = home?.Topics.SkipWhile(t => t.Slug != move.Slug).Skip(1).FirstOrDefault();
        var done = await Move.RunAsync(Http.Actor()!, move, null, Aborted);
        _fault = done.Refusal?.Why;
        if (_fault is null)
        {
            var query = Links.With(
                Links.CurateTopics, new KeyValuePair<string, string?>(MovedKey, move.Slug),
                new KeyValuePair<string, string?>(ActKey, _again), new KeyValuePair<string, string?>(FromKey, home?.Slug),
                new KeyValuePair<string, string?>(BeforeKey, next?.Slug));

            // What was pressed gets the focus again, which browsers do not give where an address has a fragment.
            Navigation.NavigateTo(move.To == MoveTo.Place ? $"{query}#t-{move.Slug}" : query);
        }
    }

    private int NumberOf(CuratedStage stage) => _path.Stages.ToList().IndexOf(stage) + 1;
}
