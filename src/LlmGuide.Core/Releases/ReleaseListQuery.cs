using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Releases;

/// <summary>One page of the releases, newest first.</summary>
public sealed class ReleaseListQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 20;

    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<Page<ReleaseLine>> RunAsync(long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var total = await db.Releases.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await db.Releases.AsNoTracking().OrderByDescending(r => r.Number).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(ReleaseLine.Of(db)).ToListAsync(cancellationToken);
        return new Page<ReleaseLine>(rows, number, PageSize, total);
    }

    /// <returns>The numbers of the newest, for a site map.</returns>
    public async Task<IReadOnlyList<int>> NumbersAsync(int max, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Releases.AsNoTracking().OrderByDescending(r => r.Number)
            .Select(r => r.Number).Take(max).ToListAsync(cancellationToken);
    }
}
