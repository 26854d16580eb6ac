namespace LlmGuide.Core.Discussion.Comments;

/// <summary>One member's vote on one comment.</summary>
public sealed class CommentVote
{
    public required int CommentId { get; init; }

    public required int MemberId { get; init; }

    /// <summary>1 or -1.</summary>
    public required int Value { get; set; }
}
