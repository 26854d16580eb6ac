using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>
/// Changes what one's own comment says. After the grace period, readers see that it was changed, and can read what it said.
/// </summary>
public sealed class EditComment(
    Writing writing, CommentText text, ConversationChange change, ReadableDiscussion readable, DiscussionOptions options,
    TimeProvider clock)
{
    public async Task<Outcome<int>> RunAsync(Actor actor, int commentId, string newText, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Comment))
        {
            return Refusal.NotAllowed("You may read, but not write, until your suspension ends.");
        }

        var rendered = await text.RenderAsync(newText, cancellationToken);
        if (!rendered.TryGet(out var body, out var unreadable))
        {
            return unreadable;
        }

        var outcome = await writing.RunAsync<int>(
            async db =>
            {
                var comment = await readable.Comments(db, actor.Id).FirstOrDefaultAsync(c => c.Id == commentId, cancellationToken);
                if (comment is null || comment.State is CommentState.Deleted or CommentState.Removed)
                {
                    return Refusal.NotThere("This comment no longer exists.");
                }

                if (comment.AuthorId != actor.Id)
                {
                    return Refusal.NotAllowed("Only its author can change a comment.");
                }

                if (comment.Body.Markdown == newText)
                {
                    return comment.ConversationId;
                }

                var newcomer = comment.IsPrivate ? default : await NewMembers.CheckAsync(
                    db, actor.Id, comment.Id, body.References, options, cancellationToken);
                if (newcomer.Refusal is { } tooMuch)
                {
                    return tooMuch;
                }

                var now = clock.GetUtcNow();
                var before = comment.Body;
                comment.Refers(body.References);
                comment.Edit(body.Body, now, TimeSpan.FromMinutes(options.GraceMinutes));
                if (comment.EditedAt == now)
                {
                    db.CommentRevisions.Add(new CommentRevision(comment.Id, before, now));
                }

                if (newcomer.Waits)
                {
                    comment.ChangeState(CommentState.Held, now);
                    await db.SaveChangesAsync(cancellationToken);
                    await NotificationWriter.WithdrawAsync(db, comment.Id, cancellationToken);
                    await ConversationCounts.RecountAsync(db, comment.ConversationId, cancellationToken);
                }
                else if (comment.State == CommentState.Standing)
                {
                    await NotificationWriter.OfCommentAsync(
                        db,
                        new CommentEvent(comment.Id, comment.ConversationId, actor.Id)
                        {
                            Readers = await readable.ReadersAsync(db, comment.ConversationId, comment.IsPrivate, cancellationToken),
                        },
                        null, body.Mentioned, now, cancellationToken);
                }

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
