
using LlmGuide.Core;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Interchange.Imports.Requests;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>How far an import is, and what became of each row.</summary>
public sealed partial class ImportJobPage
{
    private const int PageSize = 100;

    private ImportView? _import;
    private string? _shown;
    private Page<ImportRow> _report = new([], 1, PageSize, 0);

    [Parameter]
    public required string Id { get; set; }

    [Inject]
    internal ImportDesk Desk { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _import = await Desk.FindAsync(Id, Aborted);
        if (_import is null)
        {
            Navigation.NotFound();
            return;
        }

        var query = Http.Request.Query;
        _shown = _import.Request.Outcomes.FirstOrDefault(outcome => outcome == query["show"]);
        _report = _import.Report?.Page(_shown, PageParameter.In(query), PageSize) ?? _report;
    }

    private async Task ReallyAsync()
    {
        var begun = await Desk.ReallyAsync(Http.Actor()!, Id, Aborted);
        if (begun.TryGet(out var id, out _))
        {
            Navigation.NavigateTo(Links.Import(id));
        }
    }

    private string Address(string? outcome, int page) => Links.With(
        Links.Import(Id), new("show", outcome), PageParameter.For(page));

    private static string Heading(ImportView import) => (import.Request.DryRun, import.IsRunning) switch
    {
        (true, true) => import.Request.Wording.Checking,
        (true, false) => import.Request.Wording.Preview,
        (false, true) => import.Request.Wording.Running,
        _ => import.Request.Wording.Done,
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
