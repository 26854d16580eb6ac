using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;

namespace LlmGuide.Web.Discussion.Comments;

/// <summary>The pieces of one comment that are the same for everybody.</summary>
/// <param name="Before">What stands between the acts of the comment before and the classes of this one.</param>
/// <param name="Head">From there up to the end of its first line.</param>
/// <param name="After">What ends it, where its author alone sees it; else that begins the next one's <paramref name="Before"/>.</param>
/// <param name="OwnBody">Its body for its author, where that is another.</param>
internal sealed record CommentMarkup(CommentRow Row, string Before, string Head, string Body, string? After = null, string? OwnBody = null)
{
    /// <summary>Whether <paramref name="reader"/> sees anything of it: what waits, and was never answered, is nobody else's.</summary>
    public bool IsShownTo(Actor? reader) => After is null || (reader is not null && Row.AuthorId == reader.Id);

    public int Length => Before.Length + Head.Length + Body.Length + (Row.State == CommentState.Standing ? 2_000 : 300);

    /// <summary>The acts of anybody, and of a member for whom it is a comment like any other; written when first asked for.</summary>
    public string? ActsOfAnybody { get; set; }

    /// <inheritdoc cref="ActsOfAnybody"/>
    public string? ActsOfMember { get; set; }
}
