using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>Takes one's own comment away, and brings it back within a day. Its place and the replies stay.</summary>
public sealed class DeleteComment(
    Writing writing, ConversationChange change, CommentReturn shown, DiscussionOptions options, TimeProvider clock)
{
    public Task<Outcome<int>> RunAsync(Actor actor, int commentId, CancellationToken cancellationToken) =>
        BecomeAsync(actor, commentId, CommentState.Standing, CommentState.Deleted, _ => null, cancellationToken);

    public Task<Outcome<int>> UndoAsync(Actor actor, int commentId, CancellationToken cancellationToken) => BecomeAsync(
        actor,
        commentId,
        CommentState.Deleted,
        CommentState.Standing,
        comment => clock.GetUtcNow() - comment.StateSince > TimeSpan.FromHours(options.UndoHours)
            ? Refusal.Rule($"A deletion can be undone for {options.UndoHours} hours; that time is over.")
            : null,
        cancellationToken);

    private async Task<Outcome<int>> BecomeAsync(
        Actor actor, int commentId, CommentState from, CommentState to, Func<Comment, Refusal?> rule, CancellationToken cancellationToken)
    {
        var outcome = await writing.RunAsync<int>(
            async db =>
            {
                var comment = await db.Comments.FirstOrDefaultAsync(c => c.Id == commentId, cancellationToken);
                if (comment?.AuthorId != actor.Id)
                {
                    return comment is null
                        ? Refusal.NotThere("This comment no longer exists.")
                        : Refusal.NotAllowed("Only its author can do this.");
                }

                if (comment.State != from)
                {
                    return comment.State == to ? comment.ConversationId : Refusal.NotThere("This comment no longer exists.");
                }

                if (rule(comment) is { } refusal)
                {
                    return refusal;
                }

                var (now, since) = (clock.GetUtcNow(), comment.StateSince);
                comment.ChangeState(to, now);
                await db.SaveChangesAsync(cancellationToken);
                await (to == CommentState.Deleted
                    ? NotificationWriter.WithdrawAsync(db, comment.Id, cancellationToken)
                    : shown.TellAsync(db, comment, since, now, cancellationToken));

                await ConversationCounts.RecountAsync(db, comment.ConversationId, cancellationToken);
                return comment.ConversationId;
            },
            cancellationToken);
        if (outcome.Refusal is null)
        {
            await change.TellAsync(outcome.Value, CancellationToken.None);
        }

        return outcome;
    }
}
