using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>The bookmarks of one member: a page of them, or a batch for programs.</summary>
public sealed class OwnBookmarksQuery(IDbContextFactory<GuideDb> databases)
{
    private const int PageSize = 50;

    /// <summary>The newest first.</summary>
    public async Task<Page<KeptThing>> PageAsync(int memberId, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var total = await BookmarksOf(db, memberId).CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var items = await BookmarksOf(db, memberId).OrderByDescending(a => a.BookmarkedAt).ThenByDescending(a => a.Id)
            .Skip((number - 1) * PageSize).Take(PageSize).AsKept().ToListAsync(cancellationToken);
        return new Page<KeptThing>(items, number, PageSize, total);
    }

    /// <summary>In the order in which what they are about was first noted or bookmarked.</summary>
    public async Task<Batch<KeptThing>> BatchAsync(int memberId, int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var rows = await BookmarksOf(db, memberId).Where(a => a.Id > after).OrderBy(a => a.Id).Take(limit + 1).AsKept()
            .ToListAsync(cancellationToken);
        return rows.ToBatch(limit, a => a.Id, await BookmarksOf(db, memberId).CountAsync(cancellationToken));
    }

    private static IQueryable<Annotation> BookmarksOf(GuideDb db, int memberId) =>
        db.AnnotationsOf(memberId).Where(a => a.BookmarkedAt != null);
}
