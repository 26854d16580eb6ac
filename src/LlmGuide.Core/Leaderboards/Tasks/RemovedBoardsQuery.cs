using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Tasks;

/// <summary>The tasks, benchmarks or metrics that were taken out of the guide, to be brought back; those taken out last first.</summary>
public sealed class RemovedBoardsQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>Little is removed; of more than this, the latest are shown, and the log has them all.</summary>
    private const int Most = 100;

    /// <param name="kind">Tasks, benchmarks or metrics.</param>
    public async Task<IReadOnlyList<TopicLink>> RunAsync(LogKind kind, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        IQueryable<TopicLink> found = kind switch
        {
            LogKind.Task => db.NlpTasks.IgnoreQueryFilters([CatalogueTables.Listed]).Where(t => t.RemovedAt != null)
                .OrderByDescending(t => t.RemovedAt).ThenBy(t => t.Id).Select(t => new TopicLink(t.Slug, t.Name)),
            LogKind.Benchmark => db.Benchmarks.IgnoreQueryFilters([CatalogueTables.Listed]).Where(b => b.RemovedAt != null)
                .OrderByDescending(b => b.RemovedAt).ThenBy(b => b.Id).Select(b => new TopicLink(b.Slug, b.Name)),
            LogKind.Metric => db.Metrics.IgnoreQueryFilters([CatalogueTables.Listed]).Where(m => m.RemovedAt != null)
                .OrderByDescending(m => m.RemovedAt).ThenBy(m => m.Id).Select(m => new TopicLink(m.Slug, m.Name)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return await found.AsNoTracking().Take(Most).ToListAsync(cancellationToken);
    }
}
