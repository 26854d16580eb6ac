using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation.Suspensions;

/// <summary>Lets a member read only, until a date and for a reason that everybody can read.</summary>
public sealed class SuspendMember(ModeratorChange moderation, TimeProvider clock)
{
    /// <summary>The end may be so far away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3653);

    /// <param name="actor">A moderator.</param>
    /// <param name="name">The member's, in any case.</param>
    /// <param name="until">When it ends: later than now, and within ten years; refused as <c>null</c>. Replaces an earlier end.</param>
    /// <param name="reason">1 to <see cref="ReasonText.MaxLength"/> characters.</param>
    public async Task<Outcome<Done>> RunAsync(
        Actor actor, string name, DateTimeOffset? until, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.SuspendMember))
        {
            return Refusal.NotAllowed();
        }

        var words = ReasonText.Parse(reason, required: true);
        return Refusal.All(WrongEnd(until, clock.GetUtcNow()), words.Refusal) is { } wrong
            ? wrong
            : await moderation.OnMemberAsync(
                name,
                (db, member, now) => SuspendAsync(db, actor, member, until!.Value, words.Value!, now, cancellationToken),
                cancellationToken);
    }

    private static Refusal? WrongEnd(DateTimeOffset? until, DateTimeOffset now) =>
        until is null ? Refusal.Rule("Choose the day on which it ends.", nameof(until))
        : until <= now || until > now + Longest
            ? Refusal.Rule("The suspension must end after today, and within ten years.", nameof(until))
        : null;

    private static async Task<Refusal?> SuspendAsync(
        GuideDb db, Actor actor, Member member, DateTimeOffset until, string words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (member.Id == actor.MemberId)
        {
            return Refusal.Rule("You cannot suspend yourself.");
        }

        if (member.Roles.HasFlag(Role.Admin))
        {
            return Refusal.Rule("An administrator cannot be suspended. Another administrator can remove the role first.");
        }

        // Not by saving the member: a sign-in at the same moment must not stand in the way.
        DateTimeOffset? end = until;
        await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.SuspendedUntil, end).SetProperty(m => m.SuspensionReason, words), cancellationToken);
        var name = member.UserName!;
        db.Log.Add(new LogEntry(
            actor, "suspended", new LogSubject(LogKind.Member, name, name), $"Until {until.UtcDateTime:yyyy-MM-dd}: {words}", now));
        await ModerationNotice.SendAsync(
            db, member.Id, $"suspended:{member.Id.ToInvariantString()}", null, words, actor, now, cancellationToken);
        return null;
    }
}
