using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>Takes a comment away, with a reason that everybody can read. Its place and its replies stay.</summary>
public sealed class RemoveComment(ModeratorChange moderation)
{
    /// <param name="actor">A moderator.</param>
    /// <param name="reason">1 to <see cref="ReasonText.MaxLength"/> characters.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int commentId, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.RemoveComment))
        {
            return Refusal.NotAllowed();
        }

        return ReasonText.Parse(reason, required: true).TryGet(out var words, out var wrong)
            ? await moderation.OnCommentAsync(
                actor, commentId, comment => RemoveAsync(comment, words, cancellationToken), cancellationToken)
            : wrong;
    }

    private static async Task<Refusal?> RemoveAsync(ModeratedComment moderated, string words, CancellationToken cancellationToken)
    {
        var comment = moderated.Comment;
        if (comment.State is CommentState.Removed or CommentState.Deleted)
        {
            return Refusal.Rule("This comment has already been removed.");
        }

        comment.ChangeState(CommentState.Removed, moderated.Now, words);
        await moderated.SettleFlagsAsync(cancellationToken);

        // A question whose answer is gone waits for one again.
        await moderated.Db.Comments.Where(c => c.AnswerId == comment.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.AnswerId, (int?)null), cancellationToken);
        moderated.Log("removed", words);
        await moderated.TellAuthorAsync("removed", words, null, cancellationToken);
        return null;
    }
}
