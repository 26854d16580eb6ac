namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>Something that happened to a member. One event is one notification, however many reasons there are to tell of it.</summary>
public sealed class Notification
{
    public int Id { get; init; }

    public required int MemberId { get; init; }

    public required NotificationReason Reason { get; init; }

    /// <summary>The comment that it is about, if it is about one.</summary>
    public int? CommentId { get; init; }

    /// <summary>What happened, unique for the member: <c>comment:12</c>, <c>removed:12</c>, <c>suggestion:7</c>.</summary>
    public required string Event { get; init; }

    /// <summary>What to know besides: a moderator's or curator's own words. Plain text.</summary>
    public string Words { get; init; } = "";

    /// <summary>Who did it; <c>null</c> for the guide itself.</summary>
    public int? ByMemberId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When a mail that tells of it was written.</summary>
    public DateTimeOffset? MailedAt { get; set; }
}

/// <summary>Why a member is told, the strongest reason first.</summary>
public enum NotificationReason
{
    Mention,
    Reply,
    Answer,
    Followed,

    /// <summary>A moderator acted on one's comment, or on one's account.</summary>
    Moderation,
}
