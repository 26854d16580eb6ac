using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>
/// Lets a new member's comment with links be read; see <see cref="NewMembers"/>. The other decision is <see cref="RemoveComment"/>.
/// </summary>
public sealed class ApproveHeld(ModeratorChange moderation)
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

    private static async Task<Refusal?> ShowAsync(ModeratedComment moderated, string words, CancellationToken cancellationToken)
    {
        if (moderated.Comment.State != CommentState.Held)
        {
            return Refusal.Rule("This comment is no longer awaiting a moderator.");
        }

        moderated.Comment.ChangeState(CommentState.Standing, moderated.Now);
        moderated.Log("approved", words);
        await moderated.TellAuthorAsync("approved", words, null, cancellationToken);
        return null;
    }
}
