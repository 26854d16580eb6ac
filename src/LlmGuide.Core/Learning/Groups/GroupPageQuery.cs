using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Learning.Groups.Plans;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>Everything that the page of a group shows to a member of it, in a fixed number of commands however many are in it.</summary>
public sealed class GroupPageQuery(IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    private const int MostQuestions = 10;

    /// <param name="memberId">Who looks.</param>
    /// <param name="key">What they were invited with, if they are not in it yet.</param>
    /// <returns><c>null</c> where there is no such group, and for who is not in it and was not invited.</returns>
    public async Task<GroupPageView?> RunAsync(string slug, int memberId, string? key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var group = await db.ReadingGroups.AsNoTracking().Include(g => g.Members)
            .FirstOrDefaultAsync(g => g.Slug == slug, cancellationToken);
        var self = group?.Members.FirstOrDefault(member => member.MemberId == memberId);
        if (group is null || (self is null && (key != group.InviteKey || group.ClosedAt is not null)))
        {
            return null;
        }

        var today = GroupSchedule.Today(clock.GetUtcNow(), group.TimeZone);
        var weeks = await GroupPlanQuery.RunAsync(db, group, cancellationToken);
        var view = new GroupPageView(
            group.Slug, group.Name, group.TimeZone, group.TopicsPerWeek, today, weeks, group.Members.Count,
            group.Members.Count >= GroupRules.MostMembers, group.ClosedAt, group.Pauses.Count, Own: null, Others: [], Questions: []);
        if (self is null)
        {
            return view;
        }

        var owner = GroupAccess.OwnerOf(group.Members);
        var topics = weeks.SelectMany(week => week.Topics).ToList();
        return view with
        {
            Own = new OwnMembership(owner == self, self.ShowsProgress, group.InviteKey, self.CalendarKey, group.ConversationId!.Value),
            Others = await PeopleAsync(db, group, owner, topics, cancellationToken),
            Questions = await QuestionsAsync(db, topics, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<GroupPerson>> PeopleAsync(
        GuideDb db, ReadingGroup group, GroupMember owner, List<GroupTopic> topics, CancellationToken cancellationToken)
    {
        // Not paged: at most 200 people.
        var members = db.GroupMembers.Where(m => m.GroupId == group.Id);
        var names = await members.Join(db.Members, m => m.MemberId, p => p.Id, (m, p) => new { p.Id, p.UserName })
            .ToDictionaryAsync(p => p.Id, p => p.UserName!, cancellationToken);
        var showing = members.Where(m => m.ShowsProgress).Select(m => m.MemberId);
        var wanted = topics.ConvertAll(topic => topic.Id);
        var essentials = db.Placements.Where(p => p.Role == PlacementRole.Essential && wanted.Contains(p.TopicId));
        var toRead = await essentials.GroupBy(p => p.TopicId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(topic => topic.Key, topic => topic.Count, cancellationToken);
        var read = await db.ReadingMarks
            .Where(m => showing.Contains(m.MemberId) && (m.State == ReadingState.Read || m.State == ReadingState.Skipped))
            .Join(essentials, m => m.ResourceId, p => p.ResourceId, (m, p) => new { m.MemberId, p.TopicId })
            .GroupBy(m => new { m.MemberId, m.TopicId }).Select(g => new { g.Key.MemberId, g.Key.TopicId, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var known = await db.TopicMarks
            .Where(m => showing.Contains(m.MemberId) && wanted.Contains(m.TopicId) && m.KnownSince != null)
            .Select(m => new { m.MemberId, m.TopicId }).ToListAsync(cancellationToken);
        var done = read.Where(one => one.Count >= toRead.GetValueOrDefault(one.TopicId)).Select(one => (one.MemberId, one.TopicId))
            .Concat(known.Select(one => (one.MemberId, one.TopicId))).ToHashSet();
        return [.. group.Members.Where(member => names.ContainsKey(member.MemberId))
            .OrderByDescending(member => member == owner).ThenBy(member => names[member.MemberId], StringComparer.OrdinalIgnoreCase)
            .Select(member => new GroupPerson(
                member.MemberId, names[member.MemberId], member == owner, member.ShowsProgress,
                topics.Count(topic => done.Contains((member.MemberId, topic.Id))),
                topics.Find(topic => !done.Contains((member.MemberId, topic.Id)))))];
    }

    private static async Task<IReadOnlyList<GroupQuestion>> QuestionsAsync(
        GuideDb db, List<GroupTopic> topics, CancellationToken cancellationToken)
    {
        var titles = topics.ToDictionary(topic => topic.ConversationId, topic => topic.Title);
        var conversations = titles.Keys.ToList();
        var rows = await db.Comments.AsNoTracking()
            .Where(c => c.State == CommentState.Standing && c.ParentId == null && c.Kind == CommentKind.Question && c.AnswerId == null
                && conversations.Contains(c.ConversationId))
            .OrderByDescending(c => c.Id).Take(MostQuestions)
            .Select(c => new { c.Id, c.ConversationId, c.Body.Html, c.CreatedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new GroupQuestion(row.Id, titles[row.ConversationId], row.Html, row.CreatedAt))];
    }
}

/// <param name="Today">The day it is where the group reads.</param>
/// <param name="Pauses">How many weeks were left out.</param>
/// <param name="Own">Of who looks; <c>null</c> for somebody who was invited, who sees nobody yet.</param>
/// <param name="Others">Everybody who is in it, its owner first.</param>
/// <param name="Questions">Without an answer, about what it reads; the newest first.</param>
public sealed record GroupPageView(
    string Slug, string Name, string TimeZone, int TopicsPerWeek, DateOnly Today, IReadOnlyList<PlannedWeek<GroupTopic>> Weeks, int Members,
    bool IsFull, DateTimeOffset? ClosedAt, int Pauses, OwnMembership? Own, IReadOnlyList<GroupPerson> Others,
    IReadOnlyList<GroupQuestion> Questions);

/// <param name="CalendarKey">See <see cref="GroupMember.CalendarKey"/>.</param>
public sealed record OwnMembership(bool Owns, bool ShowsProgress, string InviteKey, string CalendarKey, int ConversationId);

/// <param name="Shows">Whether they let the others see the rest.</param>
/// <param name="Done">How many topics of the plan they have done or know; 0 where they do not show it.</param>
/// <param name="At">The first that they have not; <c>null</c> when all are done.</param>
public sealed record GroupPerson(int MemberId, string Name, bool Owns, bool Shows, int Done, GroupTopic? At);

/// <param name="Html">Safe HTML.</param>
public sealed record GroupQuestion(int CommentId, string Topic, string Html, DateTimeOffset At);
