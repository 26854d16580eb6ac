using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Metrics;

/// <summary>
/// Takes a metric out of the guide, or brings it back. What is measured by it would be left without an explanation:
/// so not while anything is.
/// </summary>
internal sealed class MetricListing(EditContext<Metric> to, bool removed)
{
    private readonly GuideDb _db = to.Db;
    private readonly Metric _metric = to.Subject;

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        if (!removed)
        {
            _metric.Restore();
            return null;
        }

        if (_metric.RemovedAt is null && await UserAsync(cancellationToken) is { } user)
        {
            return Refusal.Rule($"{user} uses it. Choose another metric there first.", nameof(MetricDraft.Removed));
        }

        _metric.Remove(to.Now);
        return null;
    }

    /// <summary>The first that uses it.</summary>
    private async Task<string?> UserAsync(CancellationToken cancellationToken) =>
        await _db.NlpTasks.Where(t => t.Metrics.Any(m => m.MetricId == _metric.Id)).OrderBy(t => t.Position)
            .Select(t => t.Name).FirstOrDefaultAsync(cancellationToken) is { } task
            ? $"The task “{task}”"
        : await _db.Benchmarks.Where(b => b.MetricId == _metric.Id || b.Metrics.Any(m => m.MetricId == _metric.Id))
            .OrderBy(b => b.Id).Select(b => b.Name).FirstOrDefaultAsync(cancellationToken) is { } benchmark
            ? $"The benchmark “{benchmark}”"
        : null;
}
