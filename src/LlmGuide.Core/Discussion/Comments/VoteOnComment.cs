using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>Casts, changes or takes back one's vote on somebody else's comment.</summary>
public sealed class VoteOnComment(Writing writing, ConversationChange change, ReadableDiscussion readable)
{
    /// <param name="ballot">For, against, or neither any more.</param>
    public async Task<Outcome<int>> RunAsync(Actor actor, int commentId, Ballot ballot, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Vote))
        {
            return Refusal.NotAllowed("You may read, but not vote, until your suspension ends.");
        }

        var outcome = await writing.RunShortAsync<int>(
            async db =>
            {
                // First of all the row is locked, by an update that changes nothing: votes on one comment are then cast in turn, and
                // each counts what those before it left.
                await All(db).Where(c => c.Id == commentId)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.Up, c => c.Up), cancellationToken);
                var comment = await readable.Comments(db, actor.Id).AsNoTracking().Where(c => c.Id == commentId)
                    .Select(c => new { c.AuthorId, c.State, c.ConversationId }).FirstOrDefaultAsync(cancellationToken);
                if (comment?.State is not CommentState.Standing)
                {
                    return Refusal.NotThere("This comment no longer exists.");
                }

                if (comment.AuthorId == actor.Id)
                {
                    return Refusal.Rule("You cannot vote on your own comment.");
                }

                await CastAsync(db, commentId, actor.Id, (int)ballot, cancellationToken);
                await CountAsync(db, commentId, cancellationToken);
                return comment.ConversationId;
            },
            cancellationToken);
        if (outcome.Refusal is null)
        {
            await change.TellAsync(outcome.Value, CancellationToken.None);
        }

        return outcome;
    }

    private static IQueryable<Comment> All(GuideDb db) => db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll);

    private static async Task CastAsync(GuideDb db, int commentId, int memberId, int value, CancellationToken cancellationToken)
    {
        var mine = db.Votes.Where(v => v.CommentId == commentId && v.MemberId == memberId);
        if (value == 0)
        {
            await mine.ExecuteDeleteAsync(cancellationToken);
        }
        else if (await mine.ExecuteUpdateAsync(set => set.SetProperty(v => v.Value, value), cancellationToken) == 0)
        {
            db.Votes.Add(new CommentVote { CommentId = commentId, MemberId = memberId, Value = value });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task CountAsync(GuideDb db, int commentId, CancellationToken cancellationToken)
    {
        var up = await db.Votes.CountAsync(v => v.CommentId == commentId && v.Value > 0, cancellationToken);
        var down = await db.Votes.CountAsync(v => v.CommentId == commentId && v.Value < 0, cancellationToken);
        var rank = WilsonScore.Of(up, down);
        await All(db).Where(c => c.Id == commentId).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Up, up).SetProperty(c => c.Down, down).SetProperty(c => c.Rank, rank), cancellationToken);
    }
}

/// <summary>A vote, by its value in the table; <see cref="None"/> is no row.</summary>
public enum Ballot
{
    Against = -1,
    None = 0,
    For = 1,
}
