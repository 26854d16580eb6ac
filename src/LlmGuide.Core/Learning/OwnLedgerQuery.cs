using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning;

/// <summary>What a member did in the last year, and which works that they read the path has no more.</summary>
public sealed class OwnLedgerQuery(IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    /// <summary>A year in whole weeks.</summary>
    public const int Weeks = 52;

    public async Task<OwnLedger> RunAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var from = now.AddDays(-7 * Weeks);

        // Not paged, both: what one person did in a year, and a few works.
        var times = await db.ReadingChanges.AsNoTracking()
            .Where(c => c.MemberId == memberId && c.At > from && (c.State == ReadingState.Read || c.State == ReadingState.Reading))
            .OrderBy(c => c.At).Select(c => c.At).ToListAsync(cancellationToken);
        var weeks = new int[Weeks];
        foreach (var at in times.Where(at => at <= now))
        {
            weeks[Math.Min(Weeks - 1, (int)((at - from).TotalDays / 7))]++;
        }

        var left = await db.ReadingMarks.AsNoTracking()
            .Where(m => m.MemberId == memberId && m.OnPath && m.State == ReadingState.Read
                && !db.Set<Placement>().Any(p => p.ResourceId == m.ResourceId))
            .Join(db.Set<Resource>().IgnoreQueryFilters(), m => m.ResourceId, r => r.Id, (m, r) => new TopicLink(r.Slug, r.Title))
            .ToListAsync(cancellationToken);
        return new OwnLedger(from, weeks, left);
    }
}

/// <param name="From">When the first of the weeks began.</param>
/// <param name="Weeks">How many works were begun or read in each, the oldest first.</param>
/// <param name="Left">The works that were read and are on the path no longer.</param>
public sealed record OwnLedger(DateTimeOffset From, IReadOnlyList<int> Weeks, IReadOnlyList<TopicLink> Left);
