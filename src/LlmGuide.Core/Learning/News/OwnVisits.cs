using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.News;

/// <summary>When a member was last at their own page: what has changed since then is shown for as long as a visit lasts.</summary>
public sealed class OwnVisits(IDbContextFactory<GuideDb> databases, Writing writing, TimeProvider clock)
{
    /// <summary>Who comes back sooner has not been away.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    public async Task<OwnVisit> LookAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var learner = await db.Learners.AsNoTracking().SingleOrDefaultAsync(l => l.MemberId == memberId, cancellationToken);
        return learner is null ? new OwnVisit(null, null, IsNew: true)
            : IsOver(learner) ? new OwnVisit(learner.VisitedAt, learner.FeedKey, IsNew: true)
            : new OwnVisit(learner.VisitBefore, learner.FeedKey, IsNew: false);
    }

    /// <summary>Writes down that a visit has begun, unless one is going on.</summary>
    public Task BeginAsync(int memberId, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async db =>
        {
            await writing.HoldAsync(db, "learner:" + memberId.ToInvariantString(), cancellationToken);
            var now = clock.GetUtcNow();
            var learner = await db.Learners.SingleOrDefaultAsync(l => l.MemberId == memberId, cancellationToken);
            if (learner is null)
            {
                db.Learners.Add(new Learner { MemberId = memberId, FeedKey = Guid.NewGuid(), VisitedAt = now });
            }
            else if (IsOver(learner))
            {
                (learner.VisitBefore, learner.VisitedAt) = (learner.VisitedAt, now);
            }

            return default(Done);
        },
        cancellationToken);

    private bool IsOver(Learner learner) => learner.VisitedAt is not { } at || clock.GetUtcNow() - at > Length;
}

/// <param name="Since">When the visit before this one was; <c>null</c> at the first.</param>
/// <param name="FeedKey">See <see cref="Learner.FeedKey"/>; <c>null</c> before the first visit was written down.</param>
/// <param name="IsNew">Whether it has yet to be written down.</param>
public sealed record OwnVisit(DateTimeOffset? Since, Guid? FeedKey, bool IsNew);
