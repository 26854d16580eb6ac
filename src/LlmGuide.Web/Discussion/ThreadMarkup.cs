using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Markdown;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion;

/// <summary>
/// The HTML of the comments on a page. Written here and not in Razor: fifty comments are some five thousand pieces for its renderer,
/// most of the time that a page with a discussion took. Whatever a person wrote is encoded, but for the body, which went through the
/// allow-list when it was written.
/// </summary>
internal sealed partial class ThreadMarkup
{
    /// <summary>A comment that many found unhelpful is folded; one click opens it.</summary>
    private const int FoldedAt = -4;

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private readonly ConversationView _talk;
    private readonly Actor? _reader;
    private readonly Dictionary<int, (int? Author, int? Answer)> _questions;
    private readonly FootnoteIds _footnotes = new();
    private readonly StringBuilder _html = new(64 * 1024);

    private ThreadMarkup(ConversationView talk, Actor? reader)
    {
        _talk = talk;
        _reader = reader;
        _questions = talk.Tops.Items.Where(top => top.Comment.Kind == CommentKind.Question)
            .ToDictionary(top => top.Comment.Id, top => (top.Comment.AuthorId, top.Comment.AnswerId));
    }

    public static MarkupString Of(ConversationView talk, Actor? reader)
    {
        var markup = new ThreadMarkup(talk, reader);
        markup.List(talk.Tops.Items, 0);
        return new MarkupString(markup._html.ToString());
    }

    private void List(IReadOnlyList<CommentNode> nodes, int level)
    {
        Add("<ol class=\"thread\">");
        foreach (var node in nodes)
        {
            Node(node, level);
        }

        Add("</ol>");
    }

    private void Node(CommentNode node, int level)
    {
        var comment = node.Comment;
        _html.Append(Plain, $"<li class=\"c{(IsNew(comment) ? " new" : "")}\" id=\"c{comment.Id}\" data-version=\"{Version(comment)}\"><details{(comment.Score > FoldedAt ? " open" : "")}>");
        _html.Append(Plain, $"<summary data-n=\"{(node.Below == 0 ? "show comment" : $"show {Wording.Count(node.Below + 1, "comment")}")}\">");
        Head(comment);
        Add("</summary>");
        Body(comment);
        Add("<div class=\"c-f\">");
        Acts(comment);
        Add("</div>");
        if (node.Replies.Count > 0 && level < ConversationQuery.LevelsShown)
        {
            List(node.Replies, level + 1);
        }

        if (node.RepliesElsewhere > 0)
        {
            var thread = ConversationAddress.Of(_talk.Type, _talk.Slug, new ConversationQuestion(_talk.Asked.Order, Thread: comment.Id));
            _html.Append(Plain, $"<p class=\"more small\"><a href=\"{Text(thread)}\" rel=\"nofollow\">Continue this thread, {Wording.Count(node.RepliesElsewhere, "more reply", "more replies")}</a></p>");
        }

        Add("</details></li>");
    }

    private void Head(CommentRow comment)
    {
        if (comment.State == CommentState.Standing)
        {
            _html.Append(Plain, $"<span class=\"avatar\" aria-hidden=\"true\">{Text(Initial(comment.Author))}</span> <b>{Text(comment.Author ?? "Former member")}</b> ");
            Tag(RoleOf(comment));
        }
        else
        {
            _html.Append(Plain, $"<span class=\"avatar\" aria-hidden=\"true\"></span> <b>{(comment.State == CommentState.Held ? "Waiting" : comment.State == CommentState.Hidden ? "Hidden" : "Removed")}</b> ");
        }

        Tag(comment.Kind != CommentKind.Question ? null : comment.AnswerId is null ? "question" : "answered question");
        if (IsAnswer(comment))
        {
            Add("<span class=\"op ok\">answer</span> ");
        }

        _html.Append(Plain, $"<time datetime=\"{comment.CreatedAt:O}\">{Wording.When(comment.CreatedAt, _talk.Now)}</time>");
        if (comment.EditedAt is { } edited)
        {
            _html.Append(Plain, $" <span>edited {Wording.When(edited, _talk.Now)}</span>");
        }

        if (IsNew(comment))
        {
            Add(" <span class=\"op\">new</span>");
        }
    }

    private void Body(CommentRow comment)
    {
        var html = _footnotes.Apart(comment.Html, comment.Id);
        Add(comment.State switch
        {
            CommentState.Standing => $"<div class=\"c-b\">{html}</div>",
            CommentState.Removed => $"<div class=\"c-b gone\"><p>Removed by a moderator: {Text(comment.RemovalReason ?? "")} <a href=\"{Links.Changes}\">See the log</a></p></div>",
            CommentState.Deleted => "<div class=\"c-b gone\"><p>Removed by its author.</p></div>",
            CommentState.Hidden => "<div class=\"c-b gone\"><p>Readers reported this. A moderator will look at it.</p></div>",
            _ when comment.AuthorId is { } author && author == _reader?.Id => $"<div class=\"c-b gone\"><p>Only you see this until a moderator has looked at its links.</p>{html}</div>",
            _ => "<div class=\"c-b gone\"><p>A comment that waits for a moderator.</p></div>",
        });
    }

    private void Tag(string? word)
    {
        if (word is not null)
        {
            _html.Append(Plain, $"<span class=\"op\">{word}</span> ");
        }
    }

    private bool IsNew(CommentRow comment) => _reader is not null && _talk.SeenUpTo is { } seen && comment.Id > seen && comment.AuthorId != _reader.Id;

    private bool IsAnswer(CommentRow comment) => comment.RootId is { } root && _questions.TryGetValue(root, out var question) && question.Answer == comment.Id;

    private string? RoleOf(CommentRow comment) =>
        (comment.AuthorRoles & Role.Admin) != Role.None ? "admin"
        : (comment.AuthorRoles & Role.Moderator) != Role.None ? "moderator"
        : (comment.AuthorRoles & Role.Curator) != Role.None ? "curator"
        : comment.RootId is { } root && _questions.TryGetValue(root, out var question) && question.Author is { } asker && asker == comment.AuthorId ? "asked this"
        : null;

    /// <summary>Changes with everything that is shown of a comment, so that a page that is open knows what to replace.</summary>
    private string Version(CommentRow comment) => string.Create(
        CultureInfo.InvariantCulture, $"{comment.EditedAt?.Ticks ?? 0}-{(int)comment.State}-{comment.Score}-{comment.AnswerId}-{IsAnswer(comment)}-{comment.Html.Length}");

    private static string Initial(string? name) => string.IsNullOrEmpty(name) ? "" : name[..1].ToUpperInvariant();

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private void Add(string html) => _html.Append(html);
}
