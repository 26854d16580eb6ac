using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Makes one task be as a draft says.</summary>
internal sealed class TaskChange(EditContext<NlpTask> to, TaskDraft draft)
{
    private readonly GuideDb _db = to.Db;
    private readonly NlpTask _task = to.Subject;

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        if (await RefusedAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await SlugChange.ApplyAsync(_db, SlugOwner.Task, to.IsNew ? null : _task.Slug, draft.Slug, cancellationToken);
        _task.Rename(draft.Slug, draft.Name);
        _task.Classify(draft.Type);
        _task.Describe(draft.Objective, draft.Lookout, draft.ExampleInput, draft.ExampleOutput, draft.InOriginalGuide);
        _task.HadBenchmarksAt(draft.OriginalBenchmarksUrl, draft.OriginalBenchmarksNote);
        if (to.IsNew)
        {
            _task.MoveTo((await _db.NlpTasks.IgnoreQueryFilters([CatalogueTables.Listed])
                .MaxAsync(t => (int?)t.Position, cancellationToken) ?? 0) + 1);
        }

        return await MeasureAsync(cancellationToken) ?? await BelongAsync(cancellationToken) ?? await ListAsync(cancellationToken);
    }

    private async Task<Refusal?> RefusedAsync(CancellationToken cancellationToken) =>
        !to.IsNew && _task.Slug == draft.Slug ? null
        : await _db.NlpTasks.IgnoreQueryFilters([CatalogueTables.Listed])
            .AnyAsync(t => t.Slug == draft.Slug && t.Id != _task.Id, cancellationToken)
            ? Refusal.Rule($"Another task has the address “{draft.Slug}”, or had it when it was removed.", nameof(draft.Slug))
        : await SlugChange.LeadsElsewhereAsync(
            _db, SlugOwner.Task, draft.Slug, to.IsNew ? null : _task.Slug, cancellationToken) is { } elsewhere
            ? Refusal.Rule($"The address “{draft.Slug}” redirects to “{elsewhere}”, which had it before.", nameof(draft.Slug))
        : null;

    private async Task<Refusal?> MeasureAsync(CancellationToken cancellationToken)
    {
        // Locks those that it had not, where rows are locked: of two who take one out and measure by it at once,
        // the second sees what the first did.
        var chosen = draft.Metrics.Except(_task.RemovedAt is null ? _task.Metrics.Select(m => m.Metric.Slug) : []).ToList();
        await _db.Metrics.Where(m => chosen.Contains(m.Slug))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Version, m => m.Version), cancellationToken);
        var found = await _db.Metrics.Where(m => draft.Metrics.Contains(m.Slug))
            .ToDictionaryAsync(m => m.Slug, StringComparer.Ordinal, cancellationToken);
        if (draft.Metrics.FirstOrDefault(slug => !found.ContainsKey(slug)) is { } unknown)
        {
            return Refusal.Rule($"There is no metric “{unknown}”. Add it first, or restore it.", nameof(draft.Metrics));
        }

        _task.MeasureByOnly([.. draft.Metrics.Select(slug => found[slug])]);
        return null;
    }

    private async Task<Refusal?> BelongAsync(CancellationToken cancellationToken)
    {
        var found = await _db.Topics.Where(t => draft.Topics.Contains(t.Slug))
            .ToDictionaryAsync(t => t.Slug, StringComparer.Ordinal, cancellationToken);
        if (draft.Topics.FirstOrDefault(slug => !found.ContainsKey(slug)) is { } unknown)
        {
            return Refusal.Rule($"There is no topic “{unknown}”.", nameof(draft.Topics));
        }

        // A topic that was removed can come back, and teaches it then.
        _task.BelongToOnly([.. found.Values, .. _task.Topics.Where(t => t.RemovedAt is not null)]);
        return null;
    }

    private async Task<Refusal?> ListAsync(CancellationToken cancellationToken)
    {
        if (!draft.Removed)
        {
            _task.Restore();
            return null;
        }

        if (_task.RemovedAt is null && await _db.Benchmarks.Where(b => b.TaskId == _task.Id)
            .OrderBy(b => b.Position).Select(b => b.Name).FirstOrDefaultAsync(cancellationToken) is { } measure)
        {
            return Refusal.Rule($"“{measure}” measures it. Give that another task first, or remove it.", nameof(draft.Removed));
        }

        _task.Remove(to.Now);
        return null;
    }
}
