using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Releases;

/// <summary>One release, and what is different from another.</summary>
public sealed class ReleaseQuery(IDbContextFactory<GuideDb> databases, TakeSnapshot snapshots)
{
    /// <param name="from">The one to compare it with; the one before it without.</param>
    /// <returns>
    /// <c>null</c> when there is no release with this number. One to compare with that does not exist becomes the one before.
    /// </returns>
    public async Task<ReleaseView?> RunAsync(int number, int? from, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await db.Releases.AsNoTracking().Where(r => r.Number == number)
            .Select(ReleaseLine.Of(db)).FirstOrDefaultAsync(cancellationToken) is not { } release)
        {
            return null;
        }

        var last = await db.Releases.MaxAsync(r => r.Number, cancellationToken);
        var other = from is { } asked && asked >= 1 && asked <= last && asked != number ? asked : number - 1;
        var stored = await db.Releases.AsNoTracking().Where(r => r.Number == number || r.Number == other)
            .Select(r => new { r.Number, r.Snapshot })
            .ToDictionaryAsync(r => r.Number, r => r.Snapshot, cancellationToken);
        return new ReleaseView(release, other, last, ReleaseChanges.Between(
            PathSnapshot.Read(stored.GetValueOrDefault(other)), PathSnapshot.Read(stored[number])));
    }

    /// <returns>What a release made now would change; nothing but additions before the first.</returns>
    public async Task<NextRelease> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var last = await db.Releases.AsNoTracking().OrderByDescending(r => r.Number)
            .Select(r => new { r.Number, r.Snapshot }).FirstOrDefaultAsync(cancellationToken);
        var now = await snapshots.RunAsync(db, cancellationToken);
        return new NextRelease((last?.Number ?? 0) + 1, ReleaseChanges.Between(PathSnapshot.Read(last?.Snapshot), now));
    }
}

/// <param name="From">The number of the one that it is compared with; 0 for the first, which is compared with nothing.</param>
/// <param name="Last">The number of the newest.</param>
public sealed record ReleaseView(ReleaseLine Release, int From, int Last, ReleaseChanges Changes);

public sealed record NextRelease(int Number, ReleaseChanges Changes);
