using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Reviews;

/// <summary>The checks that come back to a member, in two commands.</summary>
public sealed class ReviewsQuery(IDbContextFactory<GuideDb> databases, TimeProvider clock) : IDueReviews
{
    /// <summary>How many are asked at a sitting; the others wait.</summary>
    public const int Sitting = 10;

    /// <summary>Those that have waited longest first.</summary>
    public async Task<ReviewList> RunAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);

        // Not paged, both: one person has answered these, a few of each of a few dozen topics.
        var cards = await db.CheckCards.AsNoTracking().Where(c => c.MemberId == memberId)
            .OrderBy(c => c.DueAt).ThenBy(c => c.TopicId).ThenBy(c => c.Check)
            .Select(c => new { c.TopicId, c.Check, c.DueAt }).ToListAsync(cancellationToken);
        var topics = cards.Count == 0 ? [] : await db.Topics.AsNoTracking()
            .Where(t => db.Set<CheckCard>().Any(c => c.MemberId == memberId && c.TopicId == t.Id))
            .Select(t => new { t.Id, t.Slug, t.Title, t.Checks }).ToDictionaryAsync(t => t.Id, cancellationToken);
        var now = clock.GetUtcNow();
        var standing = cards.Where(card => topics.GetValueOrDefault(card.TopicId)?.Checks.Any(c => c.Slug == card.Check) == true).ToList();
        var due = standing.Where(card => card.DueAt <= now).ToList();
        return new ReviewList(
            [.. due.Take(Sitting).Select(card => topics[card.TopicId]).Zip(due, (topic, card) => new DueReview(
                topic.Slug, topic.Title, topic.Checks.First(c => c.Slug == card.Check), card.DueAt))],
            due.Count, standing.Count, standing.Find(card => card.DueAt > now)?.DueAt);
    }

    public IQueryable<Member> Among(GuideDb db, IQueryable<Member> members, DateTimeOffset after, DateTimeOffset upTo)
    {
        var cards = db.CheckCards;
        return members.Where(m => cards.Any(c => c.MemberId == m.Id && c.DueAt > after && c.DueAt <= upTo));
    }

    public async Task<int> CountAsync(int memberId, CancellationToken cancellationToken) =>
        (await RunAsync(memberId, cancellationToken)).Due;
}

/// <param name="Now">At most <see cref="ReviewsQuery.Sitting"/>.</param>
/// <param name="Due">How many are due, with those that wait for another sitting.</param>
/// <param name="All">How many the member has answered and that still stand.</param>
/// <param name="Next">When the next one that is not due yet comes back; <c>null</c> for none.</param>
public sealed record ReviewList(IReadOnlyList<DueReview> Now, int Due, int All, DateTimeOffset? Next);

/// <param name="Topic">Its slug.</param>
public sealed record DueReview(string Topic, string Title, SelfCheck Check, DateTimeOffset DueAt);
