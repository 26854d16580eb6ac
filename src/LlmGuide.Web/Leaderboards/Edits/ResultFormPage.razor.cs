using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Leaderboards.Benchmarks;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Leaderboards.Edits;

/// <summary>Where a curator adds a result to a benchmark, corrects one, or takes it out.</summary>
public sealed partial class ResultFormPage
{
    private static readonly IReadOnlyList<(string, string)> References =
        [("", "of a model"), .. Enum.GetValues<ReferenceKind>().Select(kind => (kind.ToSlug(), MeasuredLabels.Of(kind)))];

    private ResultForm? _form;

    /// <summary>The benchmark's, for a new one.</summary>
    [Parameter]
    public string? Slug { get; set; }

    [Parameter]
    public int? Id { get; set; }

    [Inject]
    public required ResultSubject Results { get; set; }

    [Inject]
    public required ResultFormQuery Forms { get; set; }

    protected override EditableKind<BenchmarkResult, ResultDraft> Kind => Results;

    protected override async Task OnInitializedAsync()
    {
        if (!Admit())
        {
            return;
        }

        _form = await Forms.RunAsync(Slug, Id, Aborted);
        if (_form is null)
        {
            await MissAsync(Slug is null ? null : Core.Catalogue.SlugOwner.Benchmark, Slug ?? "", Links.NewResult);
            return;
        }

        Open(_form.Result, new ResultDraft { Benchmark = _form.Benchmark, Source = _form.Sources is [var first, ..] ? first : "" });
    }

    private protected override (ResultDraft Draft, Refusal? Wrong) Read(IFormCollection form)
    {
        var known = form.Optional("Source");
        var added = form.Optional("NewMetric.Name")?.Trim() is { } metric
            ? new NewMetricDraft(metric, PostedForm.Direction(form["NewMetric.Better"])) : null;
        return (DraftForm.Read(form, Draft!) with
        {
            Date = form.Text("Date").Trim(),
            MeasuredBy = Measurers.Read(form),
            NewMetric = added,
            Scores =
            [
                .. form.All("Score.Metric").Zip(form.All("Score.Value")).Select(score => new ScoreDraft(score.First, score.Second)),
                .. added is null ? [] : (ScoreDraft[])[new ScoreDraft(added.Name, form.Text("NewMetric.Value"))],
            ],
            Resource = form.Optional("Resource")?.Trim(),
            Source = known ?? form.Text("SourceName"),
            SourceHome = known is null ? form.Optional("SourceHome") : null,
            SourceLicence = known is null ? form.Optional("SourceLicence") : null,
            SourceAttribution = known is null ? form.Optional("SourceAttribution") : null,
        }, null);
    }

    protected override ResultDraft Filled(ResultDraft draft) =>
        draft with { Scores = [.. draft.Scores.Where(score => ScoreText.Read(score.Value) != ScoreReading.Blank)] };

    protected override string AddressOf(Edited saved, ResultDraft draft) => draft.Removed
        ? Links.History(LogKind.Result, saved.Key)
        : string.Create(CultureInfo.InvariantCulture, $"{Links.Benchmark(draft.Benchmark)}#r{saved.SubjectId}");
}
