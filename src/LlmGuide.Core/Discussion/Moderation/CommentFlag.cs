namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>One member's word that a comment should be looked at.</summary>
public sealed class CommentFlag
{
    public required int CommentId { get; init; }

    public required int MemberId { get; init; }

    public required FlagReason Reason { get; init; }

    /// <summary>How much it counts towards hiding the comment.</summary>
    public required int Weight { get; init; }

    /// <summary>See <see cref="LlmGuide.Core.Members.NetworkMark"/>; kept until a moderator decides, or a flag comes much later.</summary>
    public string? Network { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When a moderator decided; the flag no longer weighs anything then.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}

public enum FlagReason
{
    Spam,
    Rude,
    OffTopic,
    Wrong,
    Harmful,
}
