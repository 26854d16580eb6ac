using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.LinkChecks;

public sealed partial class LinksPage
{
    private const string StateKey = "state";
    private const string Everything = "all";

    private static readonly LinkStatus[] Shown =
        [LinkStatus.Dead, LinkStatus.Moved, LinkStatus.Suspect, LinkStatus.Blocked, LinkStatus.Ok, LinkStatus.Unchecked];

    private LinksView _view = new(new Page<LinkRow>([], 1, LinksQuery.PageSize, 0), new Dictionary<LinkStatus, int>(), null);
    private LinkFilter _filter = new();
    private DateTimeOffset _now;
    private string? _fault;

    [Inject]
    public required LinksQuery Query { get; set; }

    [Inject]
    public required LinkCheckRuns Rounds { get; set; }

    [Inject]
    public required Signal<LinkCheckRun> Signal { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private static string AllLinks => Links.With(Links.CurateLinks, KeyValuePair.Create<string, string?>(StateKey, Everything));

    private string? Told => Http.Request.Query[LinkPage.DoneKey] == "yes" ? "Done. It is in the change log." : null;

    protected override async Task OnInitializedAsync()
    {
        _now = Clock.GetUtcNow();
        _filter = Http.Request.Query[StateKey].ToString() switch
        {
            Everything => new LinkFilter(),
            var state when Names.Parse<LinkStatus>(state) is { } status => new LinkFilter(status),
            _ => new LinkFilter(Waiting: true),
        };
        _view = await Query.RunAsync(_filter, long.TryParse(
            Http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1, Aborted);
    }

    private async Task BeginAsync()
    {
        var begun = await Rounds.BeginAsync(Http.Actor()!, null, Aborted);
        _fault = begun.Refusal?.Why;
        if (_fault is null)
        {
            Signal.Ring();
            Navigation.NavigateTo(Links.CurateLinks);
        }
    }

    private static string Address(LinkStatus status) =>
        Links.With(Links.CurateLinks, KeyValuePair.Create<string, string?>(StateKey, status.ToSlug()));

    private string Address(int page) => Links.With(
        Links.CurateLinks,
        KeyValuePair.Create(StateKey, _filter.Waiting ? null : _filter.Status is { } status ? status.ToSlug() : Everything),
        KeyValuePair.Create<string, string?>("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(string url) => url.Replace("https://", "", StringComparison.Ordinal).TrimEnd('/');
}
