using System.Net;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>Asks moderators to look at somebody's comment. Once the flags weigh enough together, it is hidden until one has.</summary>
public sealed class FlagComment(ModeratorChange moderation, DiscussionOptions options)
{
    /// <param name="from">
    /// Where on the network they are; <c>null</c> where that is not known. It is not kept (<see cref="NetworkMark"/>).
    /// </param>
    public async Task<Outcome<Done>> RunAsync(
        Actor actor, int commentId, FlagReason reason, IPAddress? from, CancellationToken cancellationToken) =>
        !actor.May(Permission.Flag) || actor.MemberId is null
            ? Refusal.NotAllowed("You may read, but not report, until your suspension ends.")
            : await moderation.OnCommentAsync(
                actor, commentId, comment => FlagAsync(comment, reason, from, cancellationToken), cancellationToken);

    private async Task<Refusal?> FlagAsync(
        ModeratedComment flagged, FlagReason reason, IPAddress? from, CancellationToken cancellationToken)
    {
        var db = flagged.Db;
        var comment = flagged.Comment;
        if (comment.State != CommentState.Standing)
        {
            return comment.State == CommentState.Hidden
                ? Refusal.Rule("It is already hidden, and a moderator will review it.")
                : Refusal.NotThere("This comment no longer exists.");
        }

        if (comment.AuthorId == flagged.By.Id)
        {
            return Refusal.Rule("This is your own comment. You can change or delete it.");
        }

        if (await db.Flags.AnyAsync(f => f.CommentId == comment.Id && f.MemberId == flagged.By.Id, cancellationToken))
        {
            return Refusal.Rule("You have reported this comment already.");
        }

        db.Flags.Add(new CommentFlag
        {
            CommentId = comment.Id,
            MemberId = flagged.By.Id,
            Reason = reason,
            Weight = await FlagWeight.OfAsync(flagged, from, options, cancellationToken),
            Network = NetworkMark.Make(from),
            At = flagged.Now,
        });
        await db.SaveChangesAsync(cancellationToken);
        if (await flagged.OpenFlags.SumAsync(f => f.Weight, cancellationToken) >= options.HideAtFlagWeight)
        {
            await HideAsync(flagged, cancellationToken);
        }

        return null;
    }

    private static async Task HideAsync(ModeratedComment flagged, CancellationToken cancellationToken)
    {
        // Not paged: as many as there are reasons.
        var reasons = await flagged.OpenFlags.Select(f => f.Reason).Distinct().ToListAsync(cancellationToken);
        var why = $"Reported as {string.Join(", ", reasons.Order().Select(ReasonLabels.Of))}; a moderator will review it.";
        flagged.Comment.ChangeState(CommentState.Hidden, flagged.Now);
        flagged.Log("hidden", why, Actor.Guide);
        await flagged.TellAuthorAsync("hidden", why, Actor.Guide, cancellationToken);
    }
}
