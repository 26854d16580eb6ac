using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Discussion;

/// <summary>How a view of a conversation is asked for in the query of the page that shows it.</summary>
internal static class ConversationAddress
{
    public const string Order = "sort";
    public const string Page = "comments";
    public const string Thread = "thread";

    /// <summary>What it links to: the top of the discussion.</summary>
    private const string Anchor = "#talk";

    public static ConversationQuestion Read(IQueryCollection query) => new(
        Names.Parse<CommentOrder>(query[Order]) ?? CommentOrder.Best,
        long.TryParse(query[Page], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
        int.TryParse(query[Thread], NumberStyles.None, CultureInfo.InvariantCulture, out var thread) ? thread : null);

    public static string Of(SubjectType type, string slug, ConversationQuestion asked) => Links.With(
        Subject(type, slug),
        [
            new(Order, asked.Order == CommentOrder.Best ? null : asked.Order.ToSlug()),
            new(Page, asked.Page == 1 ? null : asked.Page.ToString(CultureInfo.InvariantCulture)),
            new(Thread, asked.Thread?.ToString(CultureInfo.InvariantCulture)),
        ]) + Anchor;

    public static string Subject(SubjectType type, string slug) => Links.Subject(type, slug);

    /// <summary>Where a comment can be read: on its page where that is the first, in its own thread otherwise.</summary>
    public static string Of(CommentView comment) =>
        Links.With(Subject(comment.Type, comment.Slug), new KeyValuePair<string, string?>(
            Thread, comment.OnFirstPage ? null : (comment.ParentId ?? comment.Id).ToString(CultureInfo.InvariantCulture)))
        + string.Create(CultureInfo.InvariantCulture, $"#c{comment.Id}");
}
