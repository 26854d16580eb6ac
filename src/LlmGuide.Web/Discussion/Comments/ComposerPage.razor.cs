using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion.Comments;

/// <summary>
/// Where comments are written when it is not below the thread, and where a form comes back to that could not be saved
/// (<see cref="CommentFormHandler"/>).
/// </summary>
public sealed partial class ComposerPage
{
    private Subject? _about;
    private CommentFormResult? _answer;
    private CommentDraft _draft = new();

    [Parameter]
    public int? Conversation { get; set; }

    [Parameter]
    public int? To { get; set; }

    [Parameter]
    public int? Edited { get; set; }

    [Inject]
    public required ConversationSubjectQuery Subjects { get; set; }

    [Inject]
    public required CommentQuery Comments { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Heading => Edited is not null ? "Edit your comment" : To is not null ? "Reply" : "Add to the discussion";

    private bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    protected override async Task OnInitializedAsync()
    {
        if (Http.Actor() is null && !IsPost)
        {
            Navigation.NavigateTo(Links.SignInFor(Http.Request.Path));
            return;
        }

        _about = Conversation is { } conversation
            ? await AboutConversationAsync(conversation)
            : await AboutCommentAsync((To ?? Edited)!.Value);
        if (_about is null)
        {
            Navigation.NotFound();
            return;
        }

        _answer = Http.Features.Get<CommentFormResult>();
        _draft = _answer?.Draft ?? new CommentDraft { Key = Guid.NewGuid(), Text = _about.Text };
    }

    /// <summary>A page that is posted to must know what was sent; what it is was done before.</summary>
    private static void Shown()
    {
        // See CommentFormHandler.
    }

    private async Task<Subject?> AboutConversationAsync(int id) =>
        await Subjects.RunAsync(id, Http.Actor()?.Id, Aborted) is { } subject
            ? new Subject(
                id, subject.Title, ConversationAddress.Subject(subject.Type, subject.Slug) + "#talk", null, "") : null;

    private async Task<Subject?> AboutCommentAsync(int id) =>
        await Comments.ForAsync(id, Http.Actor()?.Id, Aborted) is not { } comment ? null
        : Edited is null ? new Subject(comment.ConversationId, comment.Title, ConversationAddress.Of(comment), comment.Html, "")
        : comment.AuthorId == Http.Actor()?.Id || IsPost
            ? new Subject(comment.ConversationId, comment.Title, ConversationAddress.Of(comment), null, comment.Markdown)
        : null;

    private sealed record Subject(int Conversation, string Title, string Back, string? QuotedHtml, string Text);
}
