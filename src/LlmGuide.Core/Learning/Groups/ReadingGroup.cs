using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Learning.Groups.Plans;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>Some members who read a part of the path together, a few topics a week.</summary>
public sealed class ReadingGroup
{
    private readonly List<GroupMember> _members = [];

    private ReadingGroup()
    {
    }

    internal ReadingGroup(string slug, string name, GroupPlan plan, DateTimeOffset now)
    {
        (Slug, Name, CreatedAt, InviteKey) = (slug, name, now, NewKey());
        Conversation = new Conversation(SubjectType.Group, slug, name);
        Plan(plan);
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The first day of its first week.</summary>
    public DateOnly StartOn { get; private set; }

    public int TopicsPerWeek { get; private set; }

    /// <summary>The IANA name of the zone whose days its weeks are made of.</summary>
    public string TimeZone { get; private set; } = "";

    public GroupReads Reads { get; private set; }

    /// <summary>Of <see cref="GroupReads.Stage"/>.</summary>
    public int? StageId { get; private set; }

    /// <summary>Of <see cref="GroupReads.Topics"/>: ids, so that a topic may be renamed. They are read in path order.</summary>
    public IReadOnlyList<int> TopicIds { get; private set; } = [];

    /// <summary>The weeks, counted from 0 at the start, in which nothing is read.</summary>
    public IReadOnlyList<int> Pauses { get; private set; } = [];

    /// <summary>Who has the link with it may join. A new one makes the old link useless.</summary>
    public string InviteKey { get; private set; } = "";

    /// <summary>Since when nobody can join or change it; <c>null</c> while it reads.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public int? ConversationId { get; private set; }

    /// <summary>Its members' alone. Queries leave it out unless they ask for it (<see cref="ReadableDiscussion"/>).</summary>
    public Conversation? Conversation { get; private set; }

    public IReadOnlyCollection<GroupMember> Members => _members;

    internal GroupMember Add(int memberId, bool showsProgress, DateTimeOffset now)
    {
        var joined = new GroupMember(this, memberId, showsProgress, now);
        _members.Add(joined);
        return joined;
    }

    /// <summary>It has another name, or reads something else, from another day or at another pace; its address stays.</summary>
    internal void Change(string name, GroupPlan plan)
    {
        Name = name;
        Conversation?.Rename(Slug, name);
        Pauses = GroupSchedule.Move(Pauses, StartOn, plan.StartOn);
        Plan(plan);
    }

    private void Plan(GroupPlan plan) => (StartOn, TopicsPerWeek, TimeZone, Reads, StageId, TopicIds) =
        (plan.StartOn, plan.TopicsPerWeek, plan.TimeZone, plan.Reads, plan.StageId, plan.TopicIds);

    internal void StartLater(DateOnly day) => StartOn = day;

    internal void Pause(IReadOnlyList<int> weeks) => Pauses = weeks;

    internal void RenewInvitation() => InviteKey = NewKey();

    internal void Close(DateTimeOffset now)
    {
        ClosedAt ??= now;
        Conversation?.Lock("The group is closed.", now);
    }

    internal static string NewKey() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}

public enum GroupReads
{
    /// <summary>Every topic of the path that has essentials.</summary>
    Path,

    /// <summary>The topics of one stage.</summary>
    Stage,

    /// <summary>Topics that were chosen.</summary>
    Topics,
}
