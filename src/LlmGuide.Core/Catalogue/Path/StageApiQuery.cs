using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path;

/// <summary>The stages, for programs.</summary>
public sealed class StageApiQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="after">The position to go on after.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    public async Task<Batch<StageResponse>> BatchAsync(int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var topics = db.Topics;
        var rows = await db.Stages.AsNoTracking().Where(s => s.Position > after).OrderBy(s => s.Position).Take(limit + 1)
            .Select(s => new StageResponse(s.Slug, s.Title, s.Summary, s.Position, topics.Where(t => t.StageId == s.Id)
                .OrderBy(t => t.Position).Select(t => t.Slug).ToList()))
            .ToListAsync(cancellationToken);
        return rows.ToBatch(limit, s => s.Position, await db.Stages.CountAsync(cancellationToken));
    }
}

public sealed record StageResponse(string Slug, string Title, string Summary, int Position, IReadOnlyList<string> Topics);
