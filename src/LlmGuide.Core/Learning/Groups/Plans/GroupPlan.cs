using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups.Plans;

/// <summary>What a group reads, and how fast.</summary>
/// <param name="StageId">Of <see cref="GroupReads.Stage"/>.</param>
/// <param name="TopicIds">Of <see cref="GroupReads.Topics"/>.</param>
internal sealed record GroupPlan(
    GroupReads Reads, int? StageId, IReadOnlyList<int> TopicIds, DateOnly StartOn, int TopicsPerWeek, string TimeZone)
{
    /// <summary>Finds what a draft names.</summary>
    /// <param name="draft">Sound, as far as it alone tells (<see cref="GroupRules"/>).</param>
    public static async Task<Outcome<GroupPlan>> ReadAsync(GuideDb db, GroupDraft draft, CancellationToken cancellationToken)
    {
        int? stage = draft.Reads == GroupReads.Stage
            ? await db.Stages.Where(s => s.Slug == draft.Stage).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken) : null;
        if (draft.Reads == GroupReads.Stage && stage is null)
        {
            return Refusal.Rule("Choose the stage that the group reads.", nameof(draft.Stage));
        }

        var topics = draft.Reads == GroupReads.Topics
            ? await db.Topics.Where(t => draft.Topics.Contains(t.Slug)).Select(t => t.Id).ToListAsync(cancellationToken) : [];
        return draft.Reads == GroupReads.Topics && topics.Count == 0
            ? Refusal.Rule("Tick the topics that the group reads.", nameof(draft.Topics))
            : new GroupPlan(draft.Reads, stage, topics, draft.StartOn!.Value, draft.TopicsPerWeek, draft.TimeZone);
    }
}
