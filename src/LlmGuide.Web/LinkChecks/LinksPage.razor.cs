using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.LinkChecks;

public sealed partial class LinksPage
{
    private LinkSummary? _links;
    private string? _fault;

    [Inject]
    public required LinksQuery Query { get; set; }

    [Inject]
    public required LinkBulk Bulk { get; set; }

    [Inject]
    public required LinkCheckRuns Rounds { get; set; }

    [Inject]
    public required Signal<LinkCheckRun> Signal { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override async Task OnInitializedAsync() => _links = await Query.SummaryAsync(Aborted);

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
}
