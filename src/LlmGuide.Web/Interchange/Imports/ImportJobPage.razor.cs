
using LlmGuide.Core;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>How far an import is, and what became of each row.</summary>
public sealed partial class ImportJobPage
{
    private const int PageSize = 100;

    private ImportJob? _job;
    private string? _shown;
    private Page<ImportRow> _report = new([], 1, PageSize, 0);

    [Parameter]
    public required string Id { get; set; }

    [Inject]
    internal ImportDesk Desk { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnInitialized()
    {
        _job = Desk.Find(Id);
        if (_job is null)
        {
            Navigation.NotFound();
            return;
        }

        var query = Http.Request.Query;
        _shown = _job.Request.Outcomes.FirstOrDefault(outcome => outcome == query["show"]);
        _report = _job.Report(_shown, PageParameter.In(query), PageSize);
    }

    private void Really()
    {
        if (_job is { IsRunning: false, Request: { DryRun: true } request })
        {
            Navigation.NavigateTo(Links.Import(Desk.Begin(Http.Actor()!, _job.File, request.Really()).Id));
        }
    }

    private string Address(string? outcome, int page) => Links.With(
        Links.Import(Id), new("show", outcome), PageParameter.For(page));

    private static string Heading(ImportJob job) => (job.Request.DryRun, job.IsRunning) switch
    {
        (true, true) => job.Request.Wording.Checking,
        (true, false) => job.Request.Wording.Preview,
        (false, true) => job.Request.Wording.Running,
        _ => job.Request.Wording.Done,
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
