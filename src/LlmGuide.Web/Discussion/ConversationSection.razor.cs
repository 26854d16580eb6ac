using System.Data.Common;
using System.Globalization;

using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion;

/// <summary>The conversation of a topic, a resource or a task, on its page.</summary>
public sealed partial class ConversationSection
{
    /// <summary>A comment that many found unhelpful is folded; one click opens it.</summary>
    private const int FoldedAt = -4;

    private ConversationView? _talk;
    private Actor? _reader;
    private Dictionary<int, (int? Author, int? Answer)> _questions = [];

    [Parameter, EditorRequired]
    public int Id { get; set; }

    [Inject]
    public required ConversationQuery Conversations { get; set; }

    [Inject]
    public required MarkConversationSeen MarkSeen { get; set; }

    [Inject]
    public required MarkNotificationsRead MarkRead { get; set; }

    [Inject]
    public required ILogger<ConversationSection> Log { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _reader = Http.Actor();
        var asked = ConversationAddress.Read(Http.Request.Query);
        _talk = await Conversations.RunAsync(Id, asked, _reader, Cancelled)
            ?? await Conversations.RunAsync(Id, asked with { Thread = null }, _reader, Cancelled);
        if (_talk is null)
        {
            return;
        }

        _questions = _talk.Tops.Items.Where(top => top.Comment.Kind == CommentKind.Question)
            .ToDictionary(top => top.Comment.Id, top => (top.Comment.AuthorId, top.Comment.AnswerId));
        if (_reader is not null && _talk.Newest > (_talk.SeenUpTo ?? 0))
        {
            await RememberAsync(_reader, _talk.Newest);
        }
    }

    private async Task RememberAsync(Actor reader, int newest)
    {
        try
        {
            await MarkSeen.RunAsync(reader, Id, newest, Cancelled);
            await MarkRead.InConversationAsync(reader, Id, newest, Cancelled);
        }
        catch (DbException refused)
        {
            // A database that cannot be written is still read.
            LogNotRemembered(Log, refused);
        }
    }

    private bool IsNew(CommentRow comment) => _reader is not null && _talk!.SeenUpTo is { } seen && comment.Id > seen && comment.AuthorId != _reader.Id;

    private bool IsAnswer(CommentRow comment) => comment.RootId is { } root && _questions.TryGetValue(root, out var question) && question.Answer == comment.Id;

    private bool MayAnswer(CommentRow comment) =>
        _reader is { Suspended: false } reader && comment is { RootId: { } root, State: CommentState.Standing }
        && _questions.TryGetValue(root, out var question) && (question.Author == reader.Id || reader.May(Act.MarkAnswer));

    private string? RoleOf(CommentRow comment) =>
        (comment.AuthorRoles & Role.Admin) != Role.None ? "admin"
        : (comment.AuthorRoles & Role.Moderator) != Role.None ? "moderator"
        : (comment.AuthorRoles & Role.Curator) != Role.None ? "curator"
        : comment.RootId is { } root && _questions.TryGetValue(root, out var question) && question.Author is { } asker && asker == comment.AuthorId ? "asked this"
        : null;

    private static string Summary(ConversationView talk) =>
        talk.Unseen > 0 && talk.SeenUpTo is not null ? $"{Wording.Count(talk.Comments, "comment")}, {talk.Unseen} new" : Wording.Count(talk.Comments, "comment");

    private static string Folded(CommentNode node) => node.Below == 0 ? "show comment" : $"show {Wording.Count(node.Below + 1, "comment")}";

    private static string Initials(string? name) => string.IsNullOrEmpty(name) ? "" : name[..1].ToUpperInvariant();

    /// <summary>Changes with everything that is shown of a comment, so that a page that is open knows what to replace.</summary>
    private string Version(CommentRow comment) => string.Create(
        CultureInfo.InvariantCulture, $"{comment.EditedAt?.Ticks ?? 0}-{(int)comment.State}-{comment.Score}-{comment.AnswerId}-{IsAnswer(comment)}-{comment.Html.Length}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a member has seen could not be written down.")]
    private static partial void LogNotRemembered(ILogger logger, Exception exception);
}
