using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Makes one benchmark be as a draft says.</summary>
internal sealed class BenchmarkChange(EditContext<Benchmark> to, BenchmarkDraft draft)
{
    private readonly GuideDb _db = to.Db;
    private readonly Benchmark _benchmark = to.Subject;

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        var metrics = await MetricsAsync(cancellationToken);
        if (await RefusedAsync(metrics, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await SlugChange.ApplyAsync(_db, SlugOwner.Benchmark, to.IsNew ? null : _benchmark.Slug, draft.Slug, cancellationToken);
        _benchmark.Rename(draft.Slug, draft.Name);
        _benchmark.Describe(draft.Url, draft.PaperUrl, draft.Year, draft.Size, draft.Metric is { } metric ? metrics[metric] : null);
        _benchmark.Detail(draft.Split, draft.Licence);
        return await MeasureAsync(cancellationToken) ?? await DescribeAsync(cancellationToken) ?? await BecomeAsync(cancellationToken)
            ?? await ScoreAsync(metrics, cancellationToken)
            ?? await new BenchmarkListing(to, draft.Removed).ApplyAsync(cancellationToken);
    }

    /// <summary>A new one that names no columns is scored by the metric that it is compared by: results can be added at once.</summary>
    private async Task<Refusal?> ScoreAsync(IReadOnlyDictionary<string, Metric> metrics, CancellationToken cancellationToken)
    {
        var refusal = await new ColumnChange(_db, _benchmark, draft, metrics).ApplyAsync(cancellationToken);
        if (refusal is null && to.IsNew && _benchmark is { Metrics.Count: 0, Metric: { } main })
        {
            _benchmark.ScoreBy(main);
        }

        return refusal;
    }

    private async Task<IReadOnlyDictionary<string, Metric>> MetricsAsync(CancellationToken cancellationToken)
    {
        var slugs = draft.Metrics.Select(c => c.Metric).Append(draft.Metric).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        // Locks those that it had not, where rows are locked: of two who take one out and score by it at once,
        // the second sees what the first did.
        var chosen = slugs.Except(_benchmark.RemovedAt is null
            ? _benchmark.Metrics.Select(c => c.Metric?.Slug).Append(_benchmark.Metric?.Slug).OfType<string>()
            : [])
            .ToList();
        await _db.Metrics.Where(m => chosen.Contains(m.Slug))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Version, m => m.Version), cancellationToken);
        return await _db.Metrics.Where(m => slugs.Contains(m.Slug))
            .ToDictionaryAsync(m => m.Slug, StringComparer.Ordinal, cancellationToken);
    }

    private async Task<Refusal?> RefusedAsync(IReadOnlyDictionary<string, Metric> metrics, CancellationToken cancellationToken)
    {
        if (draft.Metric is { } main && !metrics.ContainsKey(main))
        {
            return Refusal.Rule($"There is no metric “{main}”. Add it first, or restore it.", nameof(draft.Metric));
        }

        if (draft.Metrics.FirstOrDefault(c => c.Metric is { } slug && !metrics.ContainsKey(slug)) is { Metric: { } unknown })
        {
            return Refusal.Rule($"There is no metric “{unknown}”. Add it first, or restore it.", nameof(draft.Metrics));
        }

        return !to.IsNew && _benchmark.Slug == draft.Slug ? null
            : await _db.Benchmarks.IgnoreQueryFilters([CatalogueTables.Listed])
                .AnyAsync(b => b.Slug == draft.Slug && b.Id != _benchmark.Id, cancellationToken)
                ? Refusal.Rule($"Another benchmark has the address “{draft.Slug}”, or had it when it was removed.", nameof(draft.Slug))
            : await SlugChange.LeadsElsewhereAsync(
                _db, SlugOwner.Benchmark, draft.Slug, to.IsNew ? null : _benchmark.Slug, cancellationToken) is { } elsewhere
                ? Refusal.Rule($"The address “{draft.Slug}” redirects to “{elsewhere}”, which had it before.", nameof(draft.Slug))
            : null;
    }

    /// <summary>In another task it stands last.</summary>
    private async Task<Refusal?> MeasureAsync(CancellationToken cancellationToken)
    {
        if (!to.IsNew && _benchmark.Task.Slug == draft.Task)
        {
            return null;
        }

        await _db.NlpTasks.Where(t => t.Slug == draft.Task)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Version, t => t.Version), cancellationToken);
        if (await _db.NlpTasks.FirstOrDefaultAsync(t => t.Slug == draft.Task, cancellationToken) is not { } task)
        {
            return Refusal.Rule($"There is no task “{draft.Task}”. Add it first, or restore it.", nameof(draft.Task));
        }

        _benchmark.Measure(task, (await _db.Benchmarks.IgnoreQueryFilters([CatalogueTables.Listed])
            .Where(b => b.TaskId == task.Id).MaxAsync(b => (int?)b.Position, cancellationToken) ?? 0) + 1);
        return null;
    }

    private async Task<Refusal?> DescribeAsync(CancellationToken cancellationToken)
    {
        var (work, refusal) = await DescribingWork.FindAsync(_db, draft.Resource, _benchmark.Resource, cancellationToken);
        if (refusal is null)
        {
            _benchmark.DescribedBy(work);
        }

        return refusal;
    }

    private async Task<Refusal?> BecomeAsync(CancellationToken cancellationToken)
    {
        if (draft.State is not { } state)
        {
            _benchmark.ChangeState(null);
            return null;
        }

        var successor = state.Successor is { } slug
            ? await _db.Benchmarks.FirstOrDefaultAsync(b => b.Slug == slug && b.Id != _benchmark.Id, cancellationToken) : null;
        if (successor is null && state.Successor is { } unknown)
        {
            return Refusal.Rule($"There is no other benchmark “{unknown}” to succeed it.", nameof(draft.State));
        }

        _benchmark.ChangeState(state.Lifecycle, state.Since, state.Reason, state.Source).SucceededBy(successor);
        return null;
    }
}
