using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>Takes one's own comment away, and brings it back within a day. Its place and the replies stay.</summary>
public sealed class DeleteComment(
    Writing writing, ConversationChange change, CommentReturn shown, ReadableDiscussion readable, DiscussionOptions options,
    TimeProvider clock)
{
    public Task<Outcome<int>> RunAsync(Actor actor, int commentId, CancellationToken cancellationToken) =>
        BecomeAsync(
            actor, commentId, [CommentState.Standing, CommentState.Held], (_, _) => Task.FromResult(CommentState.Deleted),
            _ => null, cancellationToken);

    public Task<Outcome<int>> UndoAsync(Actor actor, int commentId, CancellationToken cancellationToken) => BecomeAsync(
        actor,
        commentId,
        [CommentState.Deleted],
        (db, comment) => BeforeAsync(db, comment, cancellationToken),
        comment => clock.GetUtcNow() - comment.StateSince > TimeSpan.FromHours(options.UndoHours)
            ? Refusal.Rule($"A deletion can be undone for {options.UndoHours} hours; that time is over.")
            : null,
        cancellationToken);

    private async Task<Outcome<int>> BecomeAsync(
        Actor actor, int commentId, CommentState[] from, Func<GuideDb, Comment, Task<CommentState>> state,
        Func<Comment, Refusal?> rule, CancellationToken cancellationToken)
    {
        var outcome = await writing.RunAsync<int>(
            async db =>
            {
                var comment = await readable.Comments(db, actor.Id).FirstOrDefaultAsync(c => c.Id == commentId, cancellationToken);
                if (comment?.AuthorId != actor.Id)
                {
                    return comment is null
                        ? Refusal.NotThere("This comment no longer exists.")
                        : Refusal.NotAllowed("Only its author can do this.");
                }

                var to = await state(db, comment);
                if (!from.Contains(comment.State))
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
                await (to == CommentState.Standing
                    ? shown.TellAsync(db, comment, since, now, cancellationToken)
                    : NotificationWriter.WithdrawAsync(db, comment.Id, cancellationToken));

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

    /// <summary>What waited for a moderator when its author deleted it waits again: a deletion and its undo approve nothing.</summary>
    private async Task<CommentState> BeforeAsync(GuideDb db, Comment comment, CancellationToken cancellationToken)
    {
        var key = comment.Id.ToInvariantString();
        var references = new TextReferences([], [.. Enumerable.Repeat("", comment.Links)]);
        return comment is { AuthorId: { } author, IsPrivate: false, Links: > 0 }
            && await NewMembers.CheckAsync(db, author, comment.Id, references, options, cancellationToken) != default
            && !await db.Log.AnyAsync(e => e.Kind == LogKind.Comment && e.Key == key && e.Act == "approved", cancellationToken)
            ? CommentState.Held
            : CommentState.Standing;
    }
}
