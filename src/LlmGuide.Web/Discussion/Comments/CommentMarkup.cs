using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;

namespace LlmGuide.Web.Discussion.Comments;

/// <summary>The pieces of one comment that are the same for everybody.</summary>
/// <param name="Before">What stands between the acts of the comment before and the classes of this one.</param>
/// <param name="Head">From there up to the end of its first line.</param>
internal sealed record CommentMarkup(CommentRow Row, string Before, string Head, string Body)
{
    public int Length => Before.Length + Head.Length + Body.Length + (Row.State == CommentState.Standing ? 1_500 : 200);

    /// <summary>The acts of anybody, and of a member for whom it is a comment like any other; written when first asked for.</summary>
    public string? ActsOfAnybody { get; set; }

    /// <inheritdoc cref="ActsOfAnybody"/>
    public string? ActsOfMember { get; set; }
}
