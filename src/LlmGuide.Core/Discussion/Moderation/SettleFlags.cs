using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>
/// Decides that a flagged comment stays: it is shown again if it was hidden. The other decision is <see cref="RemoveComment"/>.
/// </summary>
public sealed class SettleFlags(ModeratorChange moderation)
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
                actor, commentId, comment => KeepAsync(comment, words, cancellationToken), cancellationToken)
            : wrong;
    }

    private static async Task<Refusal?> KeepAsync(ModeratedComment flagged, string words, CancellationToken cancellationToken)
    {
        var comment = flagged.Comment;
        if (comment.State is not (CommentState.Standing or CommentState.Hidden))
        {
            return Refusal.NotThere("This comment no longer exists.");
        }

        var settled = await flagged.SettleFlagsAsync(cancellationToken);
        if (comment.State == CommentState.Hidden)
        {
            comment.ChangeState(CommentState.Standing, flagged.Now);
            await flagged.TellAuthorAsync("kept", words, null, cancellationToken);
        }
        else if (settled == 0)
        {
            return Refusal.Rule("Somebody has already decided about these reports.");
        }

        flagged.Log("dismissed reports on", words);
        return null;
    }
}
