using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics;

/// <summary>What is said where a topic was.</summary>
public sealed class RemovedTopicQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when nothing with this slug was removed.</returns>
    public async Task<RemovedTopic?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = db.Revisions;
        return await db.Topics.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking().Where(t => t.Slug == slug && t.RemovedAt != null)
            .Select(t => new RemovedTopic(
                t.Slug, t.Title, t.RemovedAt!.Value, t.ConversationId,
                revisions.Where(r => r.Kind == LogKind.Topic && r.SubjectId == t.Id && r.Entry.At == t.RemovedAt)
                    .OrderByDescending(r => r.Number).Select(r => r.Entry.Reason).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="ConversationId">What was said about it; it can still be read.</param>
public sealed record RemovedTopic(string Slug, string Title, DateTimeOffset At, int ConversationId, string? Reason);
