using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Web.Markdown;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace LlmGuide.Web.Discussion.Comments;

/// <summary>
/// The HTML of the comments on a page. Written here and not in Razor: fifty comments are some five thousand pieces for its renderer,
/// most of the time that a page with a discussion took. What is the same for everybody is written once and kept; between these pieces
/// stands what is a reader's own. Whatever a person wrote is encoded, but for the body, which went through the allow-list when it
/// was written.
/// </summary>
internal sealed class ThreadMarkup
{
    /// <summary>A comment that many found unhelpful is folded; one click opens it.</summary>
    private const int FoldedAt = -4;

    private const string Begin = "<li class=\"c";
    private const string Foot = "<div class=\"c-f\">";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private readonly List<CommentMarkup> _comments = [];
    private readonly FootnoteIds _footnotes = new();
    private readonly ThreadQuestions _questions;
    private readonly StringBuilder _html = new();

    private ThreadMarkup(ConversationView talk)
    {
        Talk = talk;
        _questions = new ThreadQuestions(talk);
        List(talk.Tops.Items, 0);
        End = Cut();
    }

    public ConversationView Talk { get; }

    /// <summary>What follows the last comment.</summary>
    private string End { get; }

    public static ThreadMarkup Of(ConversationView talk) => new(talk);

    /// <summary>Whether there is anything that <paramref name="reader"/> sees.</summary>
    public bool IsEmptyFor(Actor? reader) => !_comments.Exists(comment => comment.IsShownTo(reader));

    /// <summary>About how many bytes it takes, with the rows that it is made of.</summary>
    public long Size => 4096 + (2L * _comments.Sum(comment => comment.Length + comment.Row.Html.Length));

    /// <summary>As a reader sees it; <c>null</c> for anybody.</summary>
    public RenderFragment For(ReaderMarks? reader) => builder => Write(builder, reader, new ThreadActs(Talk, _questions, reader));

    private void Write(RenderTreeBuilder builder, ReaderMarks? reader, ThreadActs acts)
    {
        foreach (var comment in _comments)
        {
            var isNew = reader?.SeenUpTo is not null && reader.IsNew(comment.Row);
            builder.AddMarkupContent(0, comment.Before);
            if (!comment.IsShownTo(reader?.Reader))
            {
                continue;
            }

            builder.AddMarkupContent(1, isNew ? " new" : "");
            builder.AddMarkupContent(2, comment.Head);
            builder.AddMarkupContent(3, isNew ? " <span class=\"op\">new</span></div>" : "</div>");
            builder.AddMarkupContent(4, comment.OwnBody is { } own && comment.Row.AuthorId == reader?.Reader.Id ? own : comment.Body);
            builder.AddMarkupContent(5, acts.Of(comment));
            builder.AddMarkupContent(6, comment.After);
        }

        builder.AddMarkupContent(7, End);
    }

    private void List(IReadOnlyList<CommentNode> nodes, int level)
    {
        _html.Append("<ol class=\"thread\">");
        foreach (var node in nodes)
        {
            Node(node, level);
        }

        _html.Append("</ol>");
    }

    private void Node(CommentNode node, int level)
    {
        var comment = node.Comment;
        var (fold, own) = (Fold(node), comment is { State: CommentState.Held, AuthorId: not null } ? OwnHeld(comment) : null);
        if (IsItsAuthorsAlone(node))
        {
            _comments.Add(new CommentMarkup(comment, Cut(), Begin + Head(node), fold + own + Foot, "</div></details></li>"));
            return;
        }

        _html.Append(Begin);
        _comments.Add(new CommentMarkup(
            comment, Cut(), Head(node), fold + Body(comment) + Foot, OwnBody: own is null ? null : fold + own + Foot));
        _html.Append("</div>");
        if (node.Replies.Count > 0 && level < ConversationQuery.LevelsShown)
        {
            List(node.Replies, level + 1);
        }

        if (node.RepliesElsewhere > 0)
        {
            var thread = ConversationAddress.Of(Talk.Type, Talk.Slug, new ConversationQuestion(Talk.Asked.Order, Thread: comment.Id));
            _html.Append(
                Plain, $"<p class=\"more small\"><a href=\"{Text(thread)}\" rel=\"nofollow\">Continue this "
                    + $"thread, {Labels.Count(node.RepliesElsewhere, "more reply", "more replies")}</a></p>");
        }

        _html.Append("</details></li>");
    }

    private string Head(CommentNode node)
    {
        var (comment, html) = (node.Comment, new StringBuilder());
        html.Append(Plain, $"\" id=\"c{comment.Id}\" data-version=\"{Version(comment)}\"><div class=\"c-h\">");
        html.Append(comment.State == CommentState.Standing || IsItsAuthorsAlone(node)
            ? $"<span class=\"avatar\" aria-hidden=\"true\">{Text(Initial(comment.Author))}</span> "
                + $"<b>{Author(comment)}</b> {Tag(RoleOf(comment))}"
            : "<span class=\"avatar\" aria-hidden=\"true\"></span> <b>"
                + $"{(comment.State == CommentState.Held ? "Pending" : comment.State == CommentState.Hidden ? "Hidden" : "Removed")}</b> ");
        html.Append(Tag(comment.Kind != CommentKind.Question ? null : comment.AnswerId is null ? "question" : "answered question"));
        html.Append(_questions.IsAnswer(comment) ? "<span class=\"op ok\">answer</span> " : "");
        html.Append(Tag(comment.State == CommentState.Held ? "awaiting a moderator" : null));
        html.Append(Plain, $"<a href=\"{Links.Comment(comment.Id)}\" rel=\"nofollow\">{Moment(comment.CreatedAt)}"
            + $"<span class=\"sr\">, comment {comment.Id}</span></a>");
        html.Append(comment.EditedAt is { } edited && comment.State == CommentState.Standing
            ? $" <a href=\"{Links.CommentHistory(comment.Id)}\" rel=\"nofollow\">edited {Moment(edited)}</a>" : "");
        return html.ToString();
    }

    /// <summary>A comment that waits for a moderator, and has no replies that would lose their place.</summary>
    private static bool IsItsAuthorsAlone(CommentNode node) =>
        node is { Comment.State: CommentState.Held, Replies.Count: 0, RepliesElsewhere: 0 };

    private static string Author(CommentRow comment) => comment is { AuthorId: not null, Author: { } name }
        ? $"<a href=\"{Text(Links.Member(name))}\" rel=\"nofollow\">{Text(name)}</a>"
        : Text(comment.Author ?? "Former member");

    private string Moment(DateTimeOffset at) =>
        $"<time datetime=\"{Labels.Machine(at)}\" title=\"{Labels.Full(at)}\">{Labels.When(at, Talk.Now)}</time>";

    private string Body(CommentRow comment) => comment.State switch
    {
        CommentState.Standing => $"<div class=\"c-b\" dir=\"auto\">{_footnotes.Apart(comment.Html, comment.Id)}</div>",
        CommentState.Removed =>
            $"<div class=\"c-b gone\"><p>Removed by a moderator: {Text(comment.RemovalReason ?? "")} "
                + $"<a href=\"{Links.Changes}\">See the log</a></p></div>",
        CommentState.Deleted => "<div class=\"c-b gone\"><p>Removed by its author.</p></div>",
        CommentState.Hidden => "<div class=\"c-b gone\"><p>Readers reported this comment. A moderator will review it.</p></div>",
        _ => "<div class=\"c-b gone\"><p>Comment awaiting a moderator.</p></div>",
    };

    /// <summary>Beside the head and not around it: what can be pressed has links in no browser.</summary>
    private static string Fold(CommentNode node) => string.Create(
        Plain, $"<details{(node.Comment.Score > FoldedAt ? " open" : "")}><summary data-n=\""
            + $"{(node.Below == 0 ? "show comment" : $"show {Labels.Count(node.Below + 1, "comment")}")}\">"
            + $"<span class=\"sr\">Comment {node.Comment.Id}: </span></summary>");

    private static string OwnHeld(CommentRow comment) =>
        $"<div class=\"c-b\" dir=\"auto\">{new FootnoteIds().Apart(comment.Html, comment.Id)}</div>"
        + "<p class=\"small quiet\">Only you see this until a moderator has looked at its links.</p>";

    private static string Tag(string? word) => word is null ? "" : $"<span class=\"op\">{word}</span> ";

    private string? RoleOf(CommentRow comment) =>
        (comment.AuthorRoles & Role.Admin) != Role.None ? "admin"
        : (comment.AuthorRoles & Role.Moderator) != Role.None ? "moderator"
        : (comment.AuthorRoles & Role.Curator) != Role.None ? "curator"
        : _questions.AskerAbove(comment) is { } asker && asker == comment.AuthorId ? "asked this"
        : null;

    /// <summary>Changes with everything that is shown of a comment, so that a page that is open knows what to replace.</summary>
    private string Version(CommentRow comment) => string.Create(
        Plain, $"{comment.EditedAt?.Ticks ?? 0}-{(int)comment.State}-{comment.Score}-"
            + $"{comment.AnswerId}-{_questions.IsAnswer(comment)}-{comment.Html.Length}");

    private string Cut()
    {
        var html = _html.ToString();
        _html.Clear();
        return html;
    }

    private static string Initial(string? name) => string.IsNullOrEmpty(name) ? "" : name[..1].ToUpperInvariant();

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
