using System.Globalization;
using System.Text;

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
    private static readonly string Dots = Drawing(MudBlazor.Icons.Material.Outlined.MoreHoriz);

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

        }

        if (_reader is not null)
        {
            Foremost(comment, _reader);
            Menu(comment, _reader);
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

    /// <summary>What is asked for at once: to take a deletion back, and to say which reply answers.</summary>
    private void Foremost(CommentRow comment, Actor reader)
    {
        if (comment.AuthorId == reader.Id && comment.State == CommentState.Deleted)
        {
            Button(Links.UndeleteComment(comment.Id), "Undo");
        }

        if (MayAnswer(comment, reader))
        {
            var isAnswer = questions.IsAnswer(comment);
            Button(Links.Answer(comment.Id, !isAnswer), isAnswer ? "Unmark as answer" : "Mark as answer");
        }
    }

    /// <summary>All the rest.</summary>
    private void Menu(CommentRow comment, Actor reader)
    {
        var begin = _html.Length;
        OwnActs(comment, reader);
        if (!talk.IsPrivate)
        {
            ModeratorActions(comment, reader);
        }

        if (_html.Length > begin)
        {
            var more = string.Create(Plain, $"More, comment {comment.Id}");
            _html.Insert(
                begin, $" <details class=\"menu rowmenu\" name=\"c-m\"><summary aria-label=\"{more}\">{Dots}</summary><ul class=\"sheet\">")
                .Append("</ul></details>");
        }
    }

    private void OwnActs(CommentRow comment, Actor reader)
    {
        if (comment.AuthorId == reader.Id && comment.State is CommentState.Standing or CommentState.Held)
        {
            Item(comment, Links.EditComment(comment.Id), "Edit");
            _html.Append("<li>");
            Button(Links.DeleteComment(comment.Id), "Delete");
            _html.Append("</li>");
        }
        else if (!talk.IsPrivate && comment.AuthorId != reader.Id && comment.State == CommentState.Standing)
        {
            Item(comment, Links.FlagComment(comment.Id), "Report");
        }
    }

    private void ModeratorActions(CommentRow comment, Actor reader)
    {
        if (reader.May(Permission.Suggest) && comment.State == CommentState.Standing)
        {
            Item(comment, Links.SuggestFromComment(comment.Id), "Suggest a change", "because of ");
        }

        if (reader.May(Permission.RemoveComment) && comment.State is CommentState.Standing or CommentState.Hidden)
        {
            Item(comment, Links.RemoveComment(comment.Id), "Remove");
        }

        if (reader.May(Permission.HandleFlags) && comment.State is CommentState.Hidden or CommentState.Held)
        {
            Item(comment, Links.ModerateComment(comment.Id), "Review");
        }
    }

    private void Item(CommentRow comment, string address, string word, string why = "") => _html.Append(
        Plain, $"<li><a href=\"{address}\" rel=\"nofollow\">{word}<span class=\"sr\"> {why}comment {comment.Id}</span></a></li>");

    private bool MayAnswer(CommentRow comment, Actor reader) =>
        !reader.Suspended && comment.State == CommentState.Standing && questions.IsReply(comment)
        && (questions.AskerAbove(comment) == reader.Id || reader.May(Permission.MarkAnswer));

    private void Button(string address, string word) =>
        _html.Append(Plain, $" <button type=\"submit\" form=\"acts\" formaction=\"{address}\">{word}</button>");

    private static string Drawing(string icon) =>
        $"<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{IconDrawings.Of(icon)}</svg>";
}
