
using LlmGuide.Core;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>How far an import is, and what became of each row.</summary>
public sealed partial class ImportJobPage
{
    private const int PageSize = 100;

    private ImportJob? _job;
    private ImportOutcome? _shown;
    private Page<ImportEntry> _report = new([], 1, PageSize, 0);

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
        _shown = Names.Parse<ImportOutcome>(query["show"]);
        _report = _job.Report(_shown, PageParameter.In(query), PageSize);
    }

    private void Really()
    {
        if (_job is { IsRunning: false, Choice: { DryRun: true } choice })
        {
            Navigation.NavigateTo(Links.Import(Desk.Begin(Http.Actor()!, _job.File, choice with { DryRun = false }).Id));
        }
    }

    private string Address(ImportOutcome? outcome, int page) => Links.With(
        Links.Import(Id), new("show", outcome is { } shown ? shown.ToSlug() : null), PageParameter.For(page));

    private static string Heading(ImportJob job) => (job.Choice.DryRun, job.IsRunning) switch
    {
        (true, true) => "Checking the file",
        (true, false) => "Preview of the import",
        (false, true) => "Importing",
        _ => "Imported",
    };

    private static string Story(ImportJob job, ImportCounts counts) =>
        $"{Labels.Count(counts.Rows, "row")}, {Labels.Count(counts.Tasks, "new task")}, "
        + $"{Labels.Count(counts.Benchmarks, "new benchmark")}. "
        + $"{(job.Choice.DryRun ? "Nothing is written yet." : "It stands in the public log.")}";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
