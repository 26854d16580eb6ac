namespace LlmGuide.Core.Learning.Groups;

/// <summary>A member of a reading group. The row goes when they leave, and with it all that the others saw.</summary>
public sealed class GroupMember
{
    private GroupMember()
    {
    }

    internal GroupMember(ReadingGroup group, int memberId, bool showsProgress, DateTimeOffset now) =>
        (Group, MemberId, ShowsProgress, JoinedAt, CalendarKey) = (group, memberId, showsProgress, now, ReadingGroup.NewKey());

    public int GroupId { get; private set; }

    public ReadingGroup Group { get; private set; } = null!;

    public int MemberId { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>Whether the others may see where this one is.</summary>
    public bool ShowsProgress { get; private set; }

    /// <summary>
    /// Whether the group is theirs. Where the account of its owner is gone, it is of who joined first.
    /// </summary>
    public bool Owns { get; private set; }

    /// <summary>Opens the group's calendar without a sign-in; this member's alone, so that leaving ends it.</summary>
    public string CalendarKey { get; private set; } = "";

    internal void ShowProgress(bool shows) => ShowsProgress = shows;

    internal void Own(bool owns) => Owns = owns;
}
