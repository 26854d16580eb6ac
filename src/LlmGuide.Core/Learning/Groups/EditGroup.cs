using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Learning.Groups.Plans;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>The owner of a group changes its name, what it reads, from when, how fast and in which zone. The plan follows.</summary>
public sealed class EditGroup(IDbContextFactory<GuideDb> databases, Writing writing, TimeProvider clock)
{
    /// <returns>The group as it is, to be changed; not there for who is not in it, and not allowed for who does not own it.</returns>
    public async Task<Outcome<GroupDraft>> FindAsync(Actor actor, string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var group = await db.ReadingGroups.AsNoTracking().Include(g => g.Members)
            .FirstOrDefaultAsync(g => g.Slug == slug && g.Members.Any(m => m.MemberId == actor.Id), cancellationToken);
        if (group is null)
        {
            return GroupAccess.Gone;
        }

        if (GroupAccess.OwnerOf(group.Members).MemberId != actor.Id)
        {
            return GroupAccess.OwnersAlone;
        }

        var (stage, topics) = (group.StageId, group.TopicIds);
        return new GroupDraft
        {
            Name = group.Name,
            Reads = group.Reads,
            Stage = await db.Stages.Where(s => s.Id == stage).Select(s => s.Slug).FirstOrDefaultAsync(cancellationToken) ?? "",
            Topics = await db.Topics.Where(t => topics.Contains(t.Id)).OrderBy(t => t.Position).Select(t => t.Slug)
                .ToListAsync(cancellationToken),
            StartOn = group.StartOn,
            TopicsPerWeek = group.TopicsPerWeek,
            TimeZone = group.TimeZone,
        };
    }

    /// <param name="draft">All of it but for <see cref="GroupDraft.ShowsProgress"/>, which is each member's own.</param>
    public Task<Outcome<Done>> RunAsync(Actor actor, string slug, GroupDraft draft, CancellationToken cancellationToken) =>
        GroupAccess.LeadAsync(
            writing, actor, slug,
            async (db, group, _) =>
            {
                if (group.ClosedAt is not null)
                {
                    return Refusal.Rule("This group is closed.");
                }

                if (GroupRules.Wrong(draft, GroupSchedule.Today(clock.GetUtcNow(), draft.TimeZone), group.StartOn) is { } wrong)
                {
                    return wrong;
                }

                var plan = await GroupPlan.ReadAsync(db, draft, cancellationToken);
                if (!plan.TryGet(out var sound, out var refusal))
                {
                    return refusal;
                }

                group.Change(TypedLine.Read(draft.Name, GroupRules.LongestName, nameof(draft.Name)).Value!, sound);
                return default(Done);
            },
            cancellationToken);
}
