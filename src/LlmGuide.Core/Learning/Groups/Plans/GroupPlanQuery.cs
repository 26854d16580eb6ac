using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups.Plans;

/// <summary>What a group reads and when, for its page and its calendar.</summary>
internal static class GroupPlanQuery
{
    /// <summary>The plan as the path is now: topics that were removed are not in it, and the others keep the order of the path.</summary>
    public static async Task<IReadOnlyList<PlannedWeek<GroupTopic>>> RunAsync(
        GuideDb db, ReadingGroup group, CancellationToken cancellationToken)
    {
        var (stage, chosen) = (group.StageId, group.TopicIds);
        var placements = db.Placements;

        // Not paged: the topics of one path.
        var topics = await db.Topics.AsNoTracking()
            .Where(t => group.Reads == GroupReads.Path || (group.Reads == GroupReads.Stage ? t.StageId == stage : chosen.Contains(t.Id)))
            .Where(t => placements.Any(p => p.TopicId == t.Id && p.Role == PlacementRole.Essential))
            .OrderBy(t => t.Position)
            .Select(t => new GroupTopic(t.Id, t.Slug, t.Title, t.ConversationId)).ToListAsync(cancellationToken);
        return GroupSchedule.Of(topics, group.StartOn, group.TopicsPerWeek, group.Pauses);
    }
}

public sealed record GroupTopic(int Id, string Slug, string Title, int ConversationId);
