using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Discussion.Comments;

/// <summary>What one reader can do about each comment. The buttons belong to the one form <c>acts</c> of the page.</summary>
internal sealed class ThreadActs(ConversationView talk, ThreadQuestions questions, ReaderMarks? marks)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly string ArrowUp = Drawing(MudBlazor.Icons.Material.Outlined.KeyboardArrowUp);
    private static readonly string ArrowDown = Drawing(MudBlazor.Icons.Material.Outlined.KeyboardArrowDown);

    private readonly StringBuilder _html = new();
    private readonly Actor? _reader = marks?.Reader;

    public string Of(CommentMarkup comment) =>
        _reader is null ? comment.ActsOfAnybody ??= Write(comment.Row)
        : IsLikeAnyOther(comment.Row, _reader) ? comment.ActsOfMember ??= Write(comment.Row)
        : Write(comment.Row);

    /// <summary>Neither the reader's, nor voted on, nor answerable, and the reader has no office.</summary>
    private bool IsLikeAnyOther(CommentRow comment, Actor reader) =>
        reader is { Roles: Role.None, Suspended: false } && comment.AuthorId != reader.Id
        && marks!.VoteOn(comment.Id) == 0 && !MayAnswer(comment, reader);

    private string Write(CommentRow comment)
    {
        _html.Clear();
        if (comment.State == CommentState.Standing)
        {
            Votes(comment);
            if (_reader is not null && talk.LockReason is null && comment.Depth < Comment.MaxDepth)
            {
                _html.Append(
                    Plain, $" <a class=\"reply\" href=\"{Links.Reply(comment.Id)}\" data-reply=\"{Links.Reply(comment.Id)}\">Reply"
                        + $"<span class=\"sr\"> to comment {comment.Id}</span></a>");
            }

            if (comment is { AuthorId: not null, Author: { } author })
            {
                _html.Append(Plain,
                    $" <a href=\"{Text(Links.Member(author))}\" rel=\"nofollow\">Profile<span class=\"sr\"> of {Text(author)}</span></a>");
            }
        }

        _html.Append(Plain, $" <a href=\"{Links.Comment(comment.Id)}\">#{comment.Id}<span class=\"sr\"> link to this comment</span></a>");
        if (comment.EditedAt is not null && comment.State == CommentState.Standing)
        {
            _html.Append(Plain, $" <a href=\"{Links.CommentHistory(comment.Id)}\" rel=\"nofollow\">History</a>");
        }

        if (_reader is not null)
        {
            OwnActs(comment, _reader);
            ModeratorActions(comment, _reader);
        }

        return _html.ToString();
    }

    private void Votes(CommentRow comment)
    {
        var points = Labels.Count(comment.Score, "point");
        if (_reader is null || comment.AuthorId == _reader.Id)
        {
            _html.Append(Plain, $"<span>{points}</span>");
            return;
        }

        var mine = marks!.VoteOn(comment.Id);
        _html.Append("<span class=\"votes\">");
        VoteButton(comment, Ballot.For, mine > 0, "Helpful", ArrowUp);
        _html.Append(Plain, $" <span>{points}</span> ");
        VoteButton(comment, Ballot.Against, mine < 0, "Not helpful", ArrowDown);
        _html.Append("</span>");
    }

    private void VoteButton(CommentRow comment, Ballot ballot, bool cast, string word, string drawing) => _html.Append(
        Plain, $"<button type=\"submit\" form=\"acts\" class=\"vote\" formaction=\"{Links.Vote(comment.Id, cast ? Ballot.None : ballot)}\" "
            + $"aria-pressed=\"{(cast ? "true" : "false")}\" aria-label=\"{word}, comment {comment.Id}\">{drawing}</button>");

    private void OwnActs(CommentRow comment, Actor reader)
    {
        if (comment.AuthorId == reader.Id && comment.State == CommentState.Standing)
        {
            _html.Append(Plain, $" <a href=\"{Links.EditComment(comment.Id)}\">Edit</a>");
            Button(Links.DeleteComment(comment.Id), "Delete");
        }
        else if (comment.AuthorId == reader.Id && comment.State == CommentState.Deleted)
        {
            Button(Links.UndeleteComment(comment.Id), "Undo");
        }
        else if (comment.State == CommentState.Standing)
        {
            _html.Append(Plain, $" <a href=\"{Links.FlagComment(comment.Id)}\" rel=\"nofollow\">Report</a>");
        }
    }

    private void ModeratorActions(CommentRow comment, Actor reader)
    {
        if (reader.May(Permission.Suggest) && comment.State == CommentState.Standing)
        {
            _html.Append(
                Plain, $" <a href=\"{Links.SuggestFromComment(comment.Id)}\" rel=\"nofollow\">Suggest a change"
                    + $"<span class=\"sr\"> because of comment {comment.Id}</span></a>");
        }

        if (reader.May(Permission.RemoveComment) && comment.State is CommentState.Standing or CommentState.Hidden)
        {
            _html.Append(Plain, $" <a href=\"{Links.RemoveComment(comment.Id)}\" rel=\"nofollow\">Remove</a>");
        }

        if (reader.May(Permission.HandleFlags) && comment.State is CommentState.Hidden or CommentState.Held)
        {
            _html.Append(Plain, $" <a href=\"{Links.ModerateComment(comment.Id)}\" rel=\"nofollow\">Review</a>");
        }

        if (MayAnswer(comment, reader))
        {
            var isAnswer = questions.IsAnswer(comment);
            Button(Links.Answer(comment.Id, !isAnswer), isAnswer ? "Unmark as answer" : "Mark as answer");
        }
    }

    private bool MayAnswer(CommentRow comment, Actor reader) =>
        !reader.Suspended && comment.State == CommentState.Standing && questions.IsReply(comment)
        && (questions.AskerAbove(comment) == reader.Id || reader.May(Permission.MarkAnswer));

    private void Button(string address, string word) =>
        _html.Append(Plain, $" <button type=\"submit\" form=\"acts\" formaction=\"{address}\">{word}</button>");

    private static string Drawing(string icon) =>
        $"<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{IconDrawings.Of(icon)}</svg>";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
