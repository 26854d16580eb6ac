using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning;

/// <summary>The marks of one member for programs, in the order of the works' numbers.</summary>
public sealed class ReadingListQuery(IDbContextFactory<GuideDb> databases)
{
    public async Task<Batch<ListedMark>> BatchAsync(int memberId, int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var marks = db.ReadingMarks.AsNoTracking().Where(m => m.MemberId == memberId);
        var rows = await marks.Where(m => m.ResourceId > after).OrderBy(m => m.ResourceId).Take(limit + 1)
            .Join(db.Set<Resource>().IgnoreQueryFilters([CatalogueTables.Listed]), m => m.ResourceId, r => r.Id,
                (m, r) => new ListedMark(m.ResourceId, r.Slug, m.State, m.Since))
            .ToListAsync(cancellationToken);
        return rows.ToBatch(limit, m => m.ResourceId, await marks.CountAsync(cancellationToken));
    }
}

/// <param name="Resource">The slug of the work, as it is now.</param>
public sealed record ListedMark(int ResourceId, string Resource, ReadingState State, DateTimeOffset Since);
