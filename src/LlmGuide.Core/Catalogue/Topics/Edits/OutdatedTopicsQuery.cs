using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>The topics whose facts nobody has compared with their sources for a long time, those that wait longest first.</summary>
public sealed class OutdatedTopicsQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="before">A topic that was checked on this day or later is left out; one that never was is not.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    public async Task<IReadOnlyList<OutdatedTopic>> RunAsync(DateOnly before, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // Not paged: the topics of one path. Where nulls stand in an order differs between databases.
        return await db.Topics.AsNoTracking().Where(t => t.CheckedAt == null || t.CheckedAt < before)
            .OrderBy(t => t.CheckedAt != null).ThenBy(t => t.CheckedAt).ThenBy(t => t.Position)
            .Select(t => new OutdatedTopic(t.Slug, t.Title, t.CheckedAt))
            .ToListAsync(cancellationToken);
    }
}

/// <param name="CheckedAt"><c>null</c> when nobody said so.</param>
public sealed record OutdatedTopic(string Slug, string Title, DateOnly? CheckedAt);
