using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>
/// Lets a new member's comment with links be read; see <see cref="NewMembers"/>. The other decision is <see cref="RemoveComment"/>.
/// </summary>
public sealed class ApproveHeld(ModeratorChange moderation, CommentText text)
{
    /// <param name="actor">A moderator.</param>
    /// <param name="reason">For the log and the author, or nothing.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int commentId, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.HandleFlags))
        {
            return Refusal.NotAllowed();
        }

        return ReasonText.Parse(reason, required: false).TryGet(out var words, out var wrong)
            ? await moderation.OnCommentAsync(
                actor, commentId, comment => ShowAsync(comment, words, cancellationToken), cancellationToken)
            : wrong;
    }

    private async Task<Refusal?> ShowAsync(ModeratedComment moderated, string words, CancellationToken cancellationToken)
    {
        if (moderated.Comment.State != CommentState.Held)
        {
            return Refusal.Rule("This comment is no longer awaiting a moderator.");
        }

        moderated.Comment.ChangeState(CommentState.Standing, moderated.Now);
        moderated.Log("approved", words);
        await TellReadersAsync(moderated, cancellationToken);
        await moderated.TellAuthorAsync("approved", words, null, cancellationToken);
        return null;
    }

    /// <summary>Whom it mentions and whom it answers were not told while it waited.</summary>
    private async Task TellReadersAsync(ModeratedComment moderated, CancellationToken cancellationToken)
    {
        var comment = moderated.Comment;
        if (comment.AuthorId is { } author && (await text.RenderAsync(comment.Body.Markdown, cancellationToken)).Value is { } rendered)
        {
            var parentAuthor = await moderated.Db.Comments.Where(c => c.Id == comment.ParentId)
                .Select(c => c.AuthorId).FirstOrDefaultAsync(cancellationToken);
            await NotificationWriter.OfCommentAsync(
                moderated.Db, new CommentEvent(comment.Id, comment.ConversationId, author),
                parentAuthor, rendered.Mentioned, moderated.Now, cancellationToken);
        }
    }
}
