using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Tasks;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Metrics;

/// <summary>All metrics, to be edited: one page, by name.</summary>
public sealed class CuratedMetricsQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <param name="text">Only those with this in their name or address; empty for all.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<Page<CuratedMetric>> RunAsync(string? text, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var (found, tasks) = (db.Metrics.AsNoTracking(), db.Set<TaskMetric>());
        if (text is { Length: > 0 })
        {
            var wanted = text.ToLowerInvariant();
            found = found.Where(m => m.Name.ToLower().Contains(wanted) || m.Slug.Contains(wanted));
        }

        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await found.OrderBy(m => m.Name).ThenBy(m => m.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(m => new CuratedMetric(m.Slug, m.Name, m.HigherIsBetter, m.Unit, tasks.Count(t => t.MetricId == m.Id)))
            .ToListAsync(cancellationToken);
        return new Page<CuratedMetric>(rows, number, PageSize, total);
    }
}

/// <param name="HigherIsBetter"><c>null</c> where neither end is better.</param>
/// <param name="Tasks">How many are measured by it.</param>
public sealed record CuratedMetric(string Slug, string Name, bool? HigherIsBetter, string? Unit, int Tasks);
