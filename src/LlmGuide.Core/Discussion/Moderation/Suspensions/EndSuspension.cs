using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation.Suspensions;

/// <summary>Ends a suspension before its date.</summary>
public sealed class EndSuspension(ModeratorChange moderation)
{
    /// <param name="actor">A moderator; not the one who is suspended, who may do nothing.</param>
    /// <param name="name">The member's, in any case.</param>
    /// <param name="reason">For the log and the member, or nothing.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, string name, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.SuspendMember))
        {
            return Refusal.NotAllowed();
        }

        return ReasonText.Parse(reason, required: false).TryGet(out var words, out var wrong)
            ? await moderation.OnMemberAsync(
                name, (db, member, now) => EndAsync(db, actor, member, words, now, cancellationToken), cancellationToken)
            : wrong;
    }

    private static async Task<Refusal?> EndAsync(
        GuideDb db, Actor actor, Member member, string words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!member.IsSuspended(now))
        {
            return Refusal.Rule("This member is not suspended.");
        }

        await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.SuspendedUntil, (DateTimeOffset?)null).SetProperty(m => m.SuspensionReason, (string?)null),
            cancellationToken);
        var name = member.UserName!;
        db.Log.Add(new LogEntry(actor, "reinstated", new LogSubject(LogKind.Member, name, name), words, now));
        await ModerationNotice.SendAsync(
            db, member.Id, $"reinstated:{member.Id.ToInvariantString()}", null, words, actor, now, cancellationToken);
        return null;
    }
}
