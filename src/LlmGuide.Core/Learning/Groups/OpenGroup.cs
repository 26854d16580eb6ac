using System.Security.Cryptography;

using LlmGuide.Core.Data;
using LlmGuide.Core.Learning.Groups.Plans;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>Opens a reading group, of which the actor is the owner and first member.</summary>
public sealed class OpenGroup(Writing writing, TimeProvider clock)
{
    /// <summary>What makes the addresses of two groups of one name differ.</summary>
    private const int AddedLetters = 6;

    /// <returns>Its slug.</returns>
    public async Task<Outcome<string>> RunAsync(Actor actor, GroupDraft draft, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return Refusal.NotAllowed("You may read, but not open a group, until your suspension ends.");
        }

        if (GroupRules.Wrong(draft, GroupSchedule.Today(clock.GetUtcNow(), draft.TimeZone)) is { } wrong)
        {
            return wrong;
        }

        return await writing.RunAsync<string>(
            async db =>
            {
                if (await db.GroupMembers.CountAsync(m => m.MemberId == actor.Id, cancellationToken) >= GroupRules.MostGroups)
                {
                    return Refusal.Rule($"You are in {GroupRules.MostGroups} groups. Leave one first.");
                }

                var plan = await GroupPlan.ReadAsync(db, draft, cancellationToken);
                if (!plan.TryGet(out var sound, out var refusal))
                {
                    return refusal;
                }

                var name = TypedLine.Read(draft.Name, GroupRules.LongestName, nameof(draft.Name)).Value!;
                var group = new ReadingGroup(SlugOf(name), name, sound, clock.GetUtcNow());
                group.Add(actor.Id, draft.ShowsProgress, clock.GetUtcNow()).Own(true);
                db.ReadingGroups.Add(group);
                return group.Slug;
            },
            cancellationToken);
    }

    private static string SlugOf(string name) =>
        (Slug.Of(name) is { Length: > 0 } words ? words : "group") + "-"
        + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", AddedLetters);
}
