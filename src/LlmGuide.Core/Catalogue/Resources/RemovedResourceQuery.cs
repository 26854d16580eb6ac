using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>What is said where a resource was.</summary>
public sealed class RemovedResourceQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when nothing with this slug was removed.</returns>
    public async Task<RemovedResource?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = db.Revisions;
        return await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed])
            .AsNoTracking().Where(r => r.Slug == slug && r.RemovedAt != null)
            .Select(r => new RemovedResource(
                r.Slug, r.Title, r.RemovedAt!.Value, r.ConversationId,
                revisions.Where(v => v.Kind == LogKind.Resource && v.SubjectId == r.Id && v.Entry.At == r.RemovedAt)
                    .OrderByDescending(v => v.Number).Select(v => v.Entry.Reason).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="ConversationId">What was said about it; it can still be read.</param>
public sealed record RemovedResource(string Slug, string Title, DateTimeOffset At, int ConversationId, string? Reason);
