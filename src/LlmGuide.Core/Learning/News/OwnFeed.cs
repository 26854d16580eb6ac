using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.News;

/// <summary>The address of a member's own feed: whoever has it can read the feed, until it is changed.</summary>
public sealed class OwnFeed(IDbContextFactory<GuideDb> databases, Writing writing)
{
    /// <returns>Whose feed it is; <c>null</c> for a key that nobody has, or whose account is closed.</returns>
    public async Task<int?> OwnerAsync(Guid key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var members = db.Members;
        return await db.Learners.AsNoTracking()
            .Where(l => l.FeedKey == key && members.Any(m => m.Id == l.MemberId && m.DisabledAt == null))
            .Select(l => (int?)l.MemberId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Gives the feed another address; the old one shows nothing any more.</summary>
    public Task<Outcome<Guid>> MoveAsync(Actor actor, CancellationToken cancellationToken) => writing.RunAsync<Guid>(
        async db =>
        {
            await writing.HoldAsync(db, "learner:" + actor.Id.ToInvariantString(), cancellationToken);
            var key = Guid.NewGuid();
            if (await db.Learners.SingleOrDefaultAsync(l => l.MemberId == actor.Id, cancellationToken) is { } learner)
            {
                learner.FeedKey = key;
            }
            else
            {
                db.Learners.Add(new Learner { MemberId = actor.Id, FeedKey = key });
            }

            return key;
        },
        cancellationToken);
}
