using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>Takes a removal back.</summary>
public sealed class RestoreComment(ModeratorChange moderation)
{
    /// <param name="actor">A moderator.</param>
    /// <param name="reason">For the log and the author, or nothing.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int commentId, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.RemoveComment))
        {
            return Refusal.NotAllowed();
        }

        return ReasonText.Parse(reason, required: false).TryGet(out var words, out var wrong)
            ? await moderation.OnCommentAsync(
                actor, commentId, comment => ShowAsync(comment, words, cancellationToken), cancellationToken)
            : wrong;
    }

    private static async Task<Refusal?> ShowAsync(ModeratedComment moderated, string words, CancellationToken cancellationToken)
    {
        if (moderated.Comment.State != CommentState.Removed)
        {
            return Refusal.Rule("This comment has not been removed.");
        }

        moderated.Comment.ChangeState(CommentState.Standing, moderated.Now);
        moderated.Log("restored", words);
        await moderated.TellAuthorAsync("restored", words, null, cancellationToken);
        return null;
    }
}
