using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Makes one result be as a draft says.</summary>
internal sealed class ResultChange(EditContext<BenchmarkResult> to, ResultDraft draft)
{
    private readonly GuideDb _db = to.Db;
    private readonly BenchmarkResult _result = to.Subject;

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        // A result does not move: the slug in an old draft may be one that the benchmark had then.
        var benchmark = await _db.Benchmarks.Include(b => b.Metrics).Include(b => b.Metric)
            .FirstOrDefaultAsync(b => to.IsNew ? b.Slug == draft.Benchmark : b.Id == _result.BenchmarkId, cancellationToken);
        if (benchmark is null)
        {
            return Refusal.Rule($"There is no benchmark “{draft.Benchmark}”.", nameof(draft.Benchmark));
        }

        if (to.IsNew && draft.MeasuredBy.Length == 0)
        {
            return Refusal.Rule("Say who measured it.", nameof(draft.MeasuredBy));
        }

        _result.On(benchmark);
        Describe();
        if (_result.Reference is null)
        {
            await ModelNames.EnsureAsync(_db, [draft.Model], cancellationToken);
        }

        return Score(benchmark) ?? await TakeAsync(cancellationToken)
            ?? await DescribeAsync(cancellationToken) ?? await TwiceAsync(benchmark, cancellationToken);
    }

    private void Describe()
    {
        _result.Describe(draft.Model, draft.Setting, draft.Track);
        _result.Measured(Measurer.Parse(draft.MeasuredBy), draft.BenchmarkVersion);
        _result.StandFor(Names.Parse<ReferenceKind>(draft.Reference));
        _result.Published(PartialDate.Parse(draft.Date), draft.PaperTitle, draft.PaperUrl, draft.CodeUrl);
        _result.Remark(draft.Note);
        if (draft.Removed)
        {
            _result.Remove(to.Now);
        }
        else
        {
            _result.Restore();
        }
    }

    private Refusal? Score(Benchmark benchmark)
    {
        AddMetric(benchmark);
        var columns = benchmark.Metrics.ToDictionary(m => m.Name, StringComparer.Ordinal);
        if (draft.Scores.FirstOrDefault(s => !columns.ContainsKey(s.Metric)) is { } unknown)
        {
            return Refusal.Rule(
                $"“{benchmark.Name}” is not scored by “{unknown.Metric}”. Add it to the metrics of the benchmark first.",
                nameof(draft.Scores));
        }

        _result.ScoreOnly(draft.Scores.Select(s => (Column: columns[s.Metric], s.Value, Read: ScoreText.Read(s.Value).Value))
            .Where(s => s.Read is not null)
            .ToDictionary(s => s.Column, s => (s.Read!.Value, ScoreText.Remainder(s.Value, s.Read.Value))));
        return null;
    }

    /// <summary>A benchmark without columns gets the metric that it is compared by; another can be named with the result.</summary>
    private void AddMetric(Benchmark benchmark)
    {
        if (benchmark.Metrics.Count == 0 && benchmark.Metric is { } main && draft.Scores.Any(s => s.Metric == main.Name))
        {
            benchmark.ScoreBy(main);
        }

        if (draft.NewMetric is { } metric && benchmark.Metrics.All(m => m.Name != metric.Name)
            && draft.Scores.Any(s => s.Metric == metric.Name))
        {
            benchmark.ScoreBy(metric.Name, metric.HigherIsBetter);
        }
    }

    private async Task<Refusal?> TakeAsync(CancellationToken cancellationToken)
    {
        var source = await _db.ResultSources.FirstOrDefaultAsync(s => s.Name == draft.Source, cancellationToken);
        if (source is not null && draft.SourceHome is { } home && source.Url != home)
        {
            return Refusal.Rule(
                $"There is already a source “{source.Name}”, at {source.Url}. Choose that, or give yours another name.",
                nameof(draft.Source));
        }

        if (source is null && draft.SourceHome is null)
        {
            return Refusal.Rule($"There is no source “{draft.Source}” yet. Enter its home page.", nameof(draft.SourceHome));
        }

        _result.TakenFrom(source ?? new ResultSource(
            draft.Source, draft.SourceHome!, draft.SourceLicence, draft.SourceAttribution ?? ""), draft.SourceUrl);
        return null;
    }

    private async Task<Refusal?> DescribeAsync(CancellationToken cancellationToken)
    {
        var (work, refusal) = await DescribingWork.FindAsync(_db, draft.Resource, _result.Resource, cancellationToken);
        if (refusal is null)
        {
            _result.DescribedBy(work);
        }

        return refusal;
    }

    /// <summary>The same number from the same place again says nothing; another one from there is for readers to see.</summary>
    private async Task<Refusal?> TwiceAsync(Benchmark benchmark, CancellationToken cancellationToken)
    {
        if (!to.IsNew)
        {
            return null;
        }

        // Not paged: what one place says of one model.
        var alike = await _db.Results.Where(r => r.BenchmarkId == benchmark.Id && r.Model == draft.Model
            && r.Setting == draft.Setting && r.Track == draft.Track && r.SourceUrl == draft.SourceUrl)
            .OrderBy(r => r.Id).Select(r => r.Scores.Select(s => new { s.MetricId, s.Value }).ToList()).ToListAsync(cancellationToken);
        var own = _result.Scores.Select(s => (s.Metric.Id, s.Value)).ToHashSet();
        return alike.Exists(scores => own.SetEquals(scores.Select(s => (s.MetricId, s.Value))))
            ? Refusal.Rule($"This result of “{draft.Model}” is already listed, from the same place.", nameof(draft.Model))
            : null;
    }
}
