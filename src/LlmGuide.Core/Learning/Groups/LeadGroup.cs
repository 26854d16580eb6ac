using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Learning.Groups.Plans;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>What the owner of a group does with it.</summary>
public sealed class LeadGroup(Writing writing, TimeProvider clock)
{
    /// <summary>Moves what is not read yet by a week.</summary>
    public Task<Outcome<Done>> ShiftAsync(Actor actor, string slug, CancellationToken cancellationToken) =>
        MoveAsync(actor, slug, GroupSchedule.Shift, cancellationToken);

    /// <summary>Takes the last such move back.</summary>
    public Task<Outcome<Done>> ShiftBackAsync(Actor actor, string slug, CancellationToken cancellationToken) =>
        MoveAsync(actor, slug, GroupSchedule.ShiftBack, cancellationToken);

    /// <summary>Makes another member the owner.</summary>
    public Task<Outcome<Done>> HandOverAsync(Actor actor, string slug, int memberId, CancellationToken cancellationToken) =>
        GroupAccess.LeadAsync(
            writing, actor, slug,
            (_, group, self) => With(group, memberId, other =>
            {
                self.Own(false);
                other.Own(true);
            }),
            cancellationToken);

    /// <summary>Takes another member out of the group, and the link that they came by out of use.</summary>
    public Task<Outcome<Done>> RemoveAsync(Actor actor, string slug, int memberId, CancellationToken cancellationToken) =>
        memberId == actor.Id
            ? Task.FromResult<Outcome<Done>>(Refusal.Rule("To go yourself, leave the group."))
            : GroupAccess.LeadAsync(
                writing, actor, slug,
                async (db, group, _) =>
                {
                    await PrivateComments.LeaveAsync(db, group.ConversationId!.Value, memberId, cancellationToken);
                    return With(group, memberId, other =>
                    {
                        db.Remove(other);
                        group.RenewInvitation();
                    });
                },
                cancellationToken);

    /// <summary>Makes a new link to join by; the old one no longer works.</summary>
    public Task<Outcome<Done>> RenewInvitationAsync(Actor actor, string slug, CancellationToken cancellationToken) =>
        GroupAccess.LeadAsync(writing, actor, slug, (_, group, _) => Did(group.RenewInvitation), cancellationToken);

    /// <summary>Ends it: nobody joins, writes or moves anything any more. Its members see it as it is until they leave.</summary>
    public Task<Outcome<Done>> CloseAsync(Actor actor, string slug, CancellationToken cancellationToken) =>
        GroupAccess.LeadAsync(writing, actor, slug, (_, group, _) => Did(() => group.Close(clock.GetUtcNow())), cancellationToken);

    private Task<Outcome<Done>> MoveAsync(
        Actor actor, string slug, Func<DateOnly, IReadOnlyList<int>, DateOnly, GroupShift?> move, CancellationToken cancellationToken) =>
        GroupAccess.LeadAsync(
            writing, actor, slug,
            (_, group, _) =>
            {
                if (group.ClosedAt is not null)
                {
                    return Refusal.Rule("This group is closed.");
                }

                var today = GroupSchedule.Today(clock.GetUtcNow(), group.TimeZone);
                if (move(group.StartOn, group.Pauses, today) is not { } moved)
                {
                    return Refusal.Rule("There is nothing to take back.");
                }

                group.StartLater(moved.StartOn);
                group.Pause(moved.Pauses);
                return default(Done);
            },
            cancellationToken);

    private static Outcome<Done> With(ReadingGroup group, int memberId, Action<GroupMember> act)
    {
        if (group.Members.FirstOrDefault(member => member.MemberId == memberId) is not { } other)
        {
            return Refusal.NotThere("This member is not in the group any more.");
        }

        act(other);
        return default(Done);
    }

    private static Outcome<Done> Did(Action act)
    {
        act();
        return default(Done);
    }
}
