using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>Has a comment be read that nobody could read.</summary>
/// <param name="permission">Who may.</param>
/// <param name="from">What it must be, as long as it cannot be read.</param>
/// <param name="act">What the log calls it.</param>
/// <param name="tooLate">What to say when it is something else.</param>
public abstract class ShowComment(ModeratorChange moderation, Permission permission, CommentState from, string act, string tooLate)
{
    /// <param name="actor">A moderator.</param>
    /// <param name="reason">For the log and the author, or nothing.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int commentId, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(permission))
        {
            return Refusal.NotAllowed();
        }

        return ReasonText.Parse(reason, required: false).TryGet(out var words, out var wrong)
            ? await moderation.OnCommentAsync(actor, commentId, comment => ShowAsync(comment, words, cancellationToken), cancellationToken)
            : wrong;
    }

    private async Task<Refusal?> ShowAsync(ModeratedComment moderated, string words, CancellationToken cancellationToken)
    {
        if (moderated.Comment.State != from)
        {
            return Refusal.Rule(tooLate);
        }

        moderated.Comment.ChangeState(CommentState.Standing, moderated.Now);
        moderated.Log(act, words);
        await moderated.TellAuthorAsync(act, words, null, cancellationToken);
        return null;
    }
}
