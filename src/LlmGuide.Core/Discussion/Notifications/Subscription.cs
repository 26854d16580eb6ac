namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>What one member has seen of one conversation, and how much of it they want to be told.</summary>
public sealed class Subscription
{
    public required int MemberId { get; init; }

    public required int ConversationId { get; init; }

    public FollowLevel Level { get; set; } = FollowLevel.Normal;

    /// <summary>The newest comment there was at the last visit; 0 before the first.</summary>
    public int SeenUpTo { get; set; }

    public DateTimeOffset SeenAt { get; set; }
}

public enum FollowLevel
{
    /// <summary>Nothing, not even replies.</summary>
    Muted,

    /// <summary>Replies, mentions and answers.</summary>
    Normal,

    /// <summary>Every comment.</summary>
    Following,
}
