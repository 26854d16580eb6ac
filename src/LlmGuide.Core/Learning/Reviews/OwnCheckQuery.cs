using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Reviews;

/// <summary>What is kept of one member about one check, in one command.</summary>
public sealed class OwnCheckQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="topic">The slug of the topic.</param>
    /// <param name="check">The slug of the check in it.</param>
    /// <returns><c>null</c> for one that the member never answered.</returns>
    public async Task<OwnCheck?> RunAsync(int memberId, string topic, string check, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var marks = db.TopicMarks;

        // Not paged: what one person answered in one topic.
        var cards = await db.CheckCards.AsNoTracking()
            .Where(c => c.MemberId == memberId)
            .Join(db.Topics.Where(t => t.Slug == topic), c => c.TopicId, t => t.Id, (c, t) => new
            {
                c.Check,
                c.DueAt,
                c.RightAtFirst,
                t.Checks,
                Known = marks.Any(m => m.MemberId == memberId && m.TopicId == t.Id && m.KnownSince != null),
            })
            .ToListAsync(cancellationToken);
        return cards.Find(card => card.Check == check) is { } own
            ? new OwnCheck(own.DueAt, !own.Known && AllRight(own.Checks, cards.Where(c => c.RightAtFirst).Select(c => c.Check)))
            : null;
    }

    /// <summary>Whether every check of a topic was right at the first try.</summary>
    private static bool AllRight(IReadOnlyList<SelfCheck> checks, IEnumerable<string> right) =>
        checks.Select(check => check.Slug).All(right.ToHashSet(StringComparer.Ordinal).Contains);
}

/// <param name="DueAt">When it comes back.</param>
/// <param name="Knows">
/// Whether every check of the topic was right at the first try, without the hint, and the topic is not marked as known yet.
/// </param>
public sealed record OwnCheck(DateTimeOffset DueAt, bool Knows);
