using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>Joins a reading group by the link that a member of it gave away.</summary>
public sealed class JoinGroup(Writing writing, TimeProvider clock)
{
    /// <param name="key">See <see cref="ReadingGroup.InviteKey"/>.</param>
    /// <param name="showsProgress">Whether the others may see where this one is.</param>
    /// <returns>Done too for who is in it already.</returns>
    public async Task<Outcome<Done>> RunAsync(
        Actor actor, string slug, string key, bool showsProgress, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return Refusal.NotAllowed("You may read, but not join a group, until your suspension ends.");
        }

        return await writing.RunAsync<Done>(
            async db =>
            {
                var group = await GroupAccess.FindAsync(writing, db, slug, cancellationToken);
                if (group is null || group.InviteKey != key || group.ClosedAt is not null)
                {
                    return Refusal.NotThere("This link no longer works. Ask the group for a new one.");
                }

                if (group.Members.Any(member => member.MemberId == actor.Id))
                {
                    return default(Done);
                }

                if (group.Members.Count >= GroupRules.MostMembers)
                {
                    return Refusal.Rule($"This group is full: it has {GroupRules.MostMembers} members.");
                }

                if (await db.GroupMembers.CountAsync(m => m.MemberId == actor.Id, cancellationToken) >= GroupRules.MostGroups)
                {
                    return Refusal.Rule($"You are in {GroupRules.MostGroups} groups. Leave one first.");
                }

                group.Add(actor.Id, showsProgress, clock.GetUtcNow());
                return default(Done);
            },
            cancellationToken);
    }
}
