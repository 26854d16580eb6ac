using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Learning.Groups.Plans;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>The groups that a member is in, what a new one can read, and the plan behind a calendar's address.</summary>
public sealed class OwnGroupsQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns>Those that still read first. Not paged: at most <see cref="GroupRules.MostGroups"/>.</returns>
    public async Task<IReadOnlyList<OwnGroup>> RunAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ReadingGroups.AsNoTracking().Where(g => g.Members.Any(m => m.MemberId == memberId))
            .OrderBy(g => g.ClosedAt != null).ThenBy(g => g.Name).ThenBy(g => g.Id)
            .Select(g => new OwnGroup(g.Slug, g.Name, g.StartOn, g.Members.Count, g.ClosedAt != null)).ToListAsync(cancellationToken);
    }

    /// <returns>The stages with their topics that have essentials. Not paged: one path.</returns>
    public async Task<IReadOnlyList<GroupStage>> ChoicesAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var placements = db.Placements;
        var topics = await db.Topics.AsNoTracking()
            .Where(t => placements.Any(p => p.TopicId == t.Id && p.Role == PlacementRole.Essential)).OrderBy(t => t.Position)
            .Select(t => new { t.Slug, t.Title, Stage = t.Stage.Slug, Of = t.Stage.Title }).ToListAsync(cancellationToken);
        return [.. topics.GroupBy(t => (t.Stage, t.Of))
            .Select(stage => new GroupStage(stage.Key.Stage, stage.Key.Of, [.. stage.Select(t => new TopicLink(t.Slug, t.Title))]))];
    }

    /// <param name="calendarKey">See <see cref="GroupMember.CalendarKey"/>.</param>
    /// <returns><c>null</c> when it opens nothing, or nothing any more.</returns>
    public async Task<GroupCalendar?> CalendarAsync(string slug, string calendarKey, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var group = await db.ReadingGroups.AsNoTracking()
            .FirstOrDefaultAsync(g => g.Slug == slug && g.Members.Any(m => m.CalendarKey == calendarKey), cancellationToken);
        return group is null ? null
            : new GroupCalendar(group.Slug, group.Name, group.CreatedAt, await GroupPlanQuery.RunAsync(db, group, cancellationToken));
    }
}

public sealed record OwnGroup(string Slug, string Name, DateOnly StartOn, int Members, bool Closed);

public sealed record GroupCalendar(string Slug, string Name, DateTimeOffset CreatedAt, IReadOnlyList<PlannedWeek<GroupTopic>> Weeks);

/// <param name="Topics">Those that have essentials.</param>
public sealed record GroupStage(string Slug, string Title, IReadOnlyList<TopicLink> Topics);
