using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Tasks;

/// <summary>What is said where a task or a benchmark was.</summary>
public sealed class RemovedBoardQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when no task with this slug was removed.</returns>
    public async Task<RemovedBoard?> TaskAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = db.Revisions;
        return await db.NlpTasks.IgnoreQueryFilters([CatalogueTables.Listed])
            .AsNoTracking().Where(t => t.Slug == slug && t.RemovedAt != null)
            .Select(t => new RemovedBoard(
                LogKind.Task, t.Slug, t.Name, t.RemovedAt!.Value, t.ConversationId,
                revisions.Where(v => v.Kind == LogKind.Task && v.SubjectId == t.Id && v.Entry.At == t.RemovedAt)
                    .OrderByDescending(v => v.Number).Select(v => v.Entry.Reason).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns><c>null</c> when no benchmark with this slug was removed.</returns>
    public async Task<RemovedBoard?> BenchmarkAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = db.Revisions;
        return await db.Benchmarks.IgnoreQueryFilters([CatalogueTables.Listed])
            .AsNoTracking().Where(b => b.Slug == slug && b.RemovedAt != null)
            .Select(b => new RemovedBoard(
                LogKind.Benchmark, b.Slug, b.Name, b.RemovedAt!.Value, null,
                revisions.Where(v => v.Kind == LogKind.Benchmark && v.SubjectId == b.Id && v.Entry.At == b.RemovedAt)
                    .OrderByDescending(v => v.Number).Select(v => v.Entry.Reason).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Kind">A task or a benchmark.</param>
/// <param name="ConversationId">
/// What was said about it; it can still be read. <c>null</c> for a benchmark, which is discussed with its task.
/// </param>
public sealed record RemovedBoard(LogKind Kind, string Slug, string Name, DateTimeOffset At, int? ConversationId, string? Reason);
