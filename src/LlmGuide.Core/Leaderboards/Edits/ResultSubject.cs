using System.Globalization;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Results as something that is edited; the key of one is its number.</summary>
public sealed class ResultSubject : EditableKind<BenchmarkResult, ResultDraft>
{
    public override LogKind Kind => LogKind.Result;

    public override ResultDraft DraftOf(BenchmarkResult subject) => new()
    {
        Benchmark = subject.Benchmark.Slug,
        Model = subject.Model,
        Setting = subject.Setting,
        Track = subject.Track,
        BenchmarkVersion = subject.BenchmarkVersion,
        MeasuredBy = subject.MeasuredBy?.ToString() ?? "",
        Reference = subject.Reference?.ToSlug() ?? "",
        Date = subject.Date?.ToString() ?? "",
        Scores = [.. subject.Scores.OrderBy(s => s.Metric.Position).ThenBy(s => s.Metric.Id)
            .Select(s => new ScoreDraft(s.Metric.Name, s.Text ?? s.Value.ToString(CultureInfo.InvariantCulture)))],
        PaperTitle = subject.PaperTitle,
        PaperUrl = subject.PaperUrl,
        CodeUrl = subject.CodeUrl,
        Note = subject.Note,
        Resource = subject.Resource?.Slug,
        Source = subject.Source.Name,
        SourceUrl = subject.SourceUrl,
        Removed = subject.RemovedAt is not null,
    };

    // Removed ones too: they can come back.
    protected internal override IQueryable<BenchmarkResult> Subjects(GuideDb db) => db.Results.IgnoreQueryFilters([CatalogueTables.Listed])
        .Include(r => r.Benchmark)
        .Include(r => r.Resource)
        .Include(r => r.Source)
        .Include(r => r.Scores).ThenInclude(s => s.Metric);

    protected internal override IQueryable<BenchmarkResult> WithKey(IQueryable<BenchmarkResult> subjects, string key)
    {
        var id = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return subjects.Where(r => r.Id == id);
    }

    protected internal override BenchmarkResult Make(ResultDraft draft, DateTimeOffset now) => new(draft.Model);

    protected internal override Task<Outcome<ApplyEdit<BenchmarkResult>>> PrepareAsync(
        ResultDraft draft, CancellationToken cancellationToken) =>
        Task.FromResult(Prepare(draft));

    private static Outcome<ApplyEdit<BenchmarkResult>> Prepare(ResultDraft draft)
    {
        var lines = new DraftLines();
        var clean = draft with
        {
            Model = lines.Line(draft.Model, BenchmarkResult.LongestModel, nameof(draft.Model), "Say which model it is."),
            Setting = lines.Line(draft.Setting, BenchmarkResult.LongestSetting, nameof(draft.Setting)),
            Track = lines.Line(draft.Track, BenchmarkResult.LongestSetting, nameof(draft.Track)),
            BenchmarkVersion = lines.Line(draft.BenchmarkVersion, BenchmarkResult.LongestVersion, nameof(draft.BenchmarkVersion)),
            MeasuredBy = lines.Line(draft.MeasuredBy, Measurer.LongestName + 20, nameof(draft.MeasuredBy)),
            NewMetric = NewMetric(lines, draft),
            PaperTitle = lines.Optional(draft.PaperTitle, DraftLines.LongestText, nameof(draft.PaperTitle)),
            PaperUrl = lines.Address(draft.PaperUrl, nameof(draft.PaperUrl)),
            CodeUrl = lines.Address(draft.CodeUrl, nameof(draft.CodeUrl)),
            Note = lines.Optional(draft.Note, BenchmarkResult.LongestNote, nameof(draft.Note)),
            Source = lines.Line(
                draft.Source, ResultSource.LongestName, nameof(draft.Source), "A result needs a source: enter who published it."),
            SourceUrl = lines.Address(
                draft.SourceUrl, nameof(draft.SourceUrl), "A result needs a source: enter the address of the number.") ?? "",
            SourceHome = lines.Address(draft.SourceHome, nameof(draft.SourceHome)),
            SourceLicence = lines.Optional(draft.SourceLicence, DraftLines.LongestText, nameof(draft.SourceLicence)),
            SourceAttribution = lines.Optional(draft.SourceAttribution, DraftLines.LongestText, nameof(draft.SourceAttribution)),
        };
        lines.Refuse(
            draft.Date.Trim().Length > 0 && PartialDate.Parse(draft.Date) is null,
            "Write a date as 2019, 2019-06 or 2019-06-12; leave it empty where it is not known.", nameof(draft.Date));
        lines.Refuse(
            draft.MeasuredBy.Trim().Length > 0 && Measurer.Parse(draft.MeasuredBy) is null,
            "Say who measured it: choose one, and give the name.", nameof(draft.MeasuredBy));
        lines.Refuse(
            draft.Reference.Length > 0 && Names.Parse<ReferenceKind>(draft.Reference) is null,
            "Choose what the number stands for.", nameof(draft.Reference));
        Scores(lines, draft);
        return lines.Wrong is { } wrong ? wrong
            : (ApplyEdit<BenchmarkResult>)((to, cancellationToken) => new ResultChange(to, clean).ApplyAsync(cancellationToken));
    }

    private static NewMetricDraft? NewMetric(DraftLines lines, ResultDraft draft) => draft.NewMetric is not { } metric ? null
        : metric with { Name = lines.Line(metric.Name, BenchmarkMetric.LongestName, nameof(draft.Scores), "The metric needs a name.") };

    private static void Scores(DraftLines lines, ResultDraft draft)
    {
        foreach (var score in draft.Scores)
        {
            lines.Refuse(
                ScoreText.Read(score.Value).Refusal is not null,
                $"{score.Metric}: {ScoreText.Read(score.Value).Refusal}", nameof(draft.Scores));
        }

        lines.Refuse(
            draft.Scores.DistinctBy(s => s.Metric, StringComparer.Ordinal).Count() != draft.Scores.Count,
            "Enter one value for each metric.", nameof(draft.Scores));
        lines.Refuse(
            draft.Scores.All(s => ScoreText.Read(s.Value).Value is null),
            "A result needs a value in at least one metric.", nameof(draft.Scores));
    }
}
