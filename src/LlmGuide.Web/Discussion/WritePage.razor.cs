using LlmGuide.Core;
using LlmGuide.Core.Discussion;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion;

/// <summary>
/// Where every comment is posted, replied and changed. It looks at the antiforgery token itself, since a form whose sign-in has
/// ended meanwhile must come back with its text, and not as an error.
/// </summary>
public sealed partial class WritePage
{
    private Subject? _about;
    private string? _preview;
    private string? _fault;

    [Parameter]
    public int? Conversation { get; set; }

    [Parameter]
    public int? To { get; set; }

    [Parameter]
    public int? Edited { get; set; }

    [SupplyParameterFromForm]
    public WrittenDraft? Draft { get; set; }

    [Inject]
    public required ConversationSubjectQuery Subjects { get; set; }

    [Inject]
    public required CommentQuery Comments { get; set; }

    [Inject]
    public required CommentText Rendering { get; set; }

    [Inject]
    public required PostComment Post { get; set; }

    [Inject]
    public required EditComment Edit { get; set; }

    [Inject]
    public required IAntiforgery Antiforgery { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Heading => Edited is not null ? "Change your comment" : To is not null ? "Reply" : "Add to the discussion";

    private bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    protected override async Task OnInitializedAsync()
    {
        if (Http.Actor() is null && !IsPost)
        {
            Navigation.NavigateTo(Links.SignIn(Http.Request.Path));
            return;
        }

        _about = Conversation is { } conversation ? await AboutConversationAsync(conversation) : await AboutCommentAsync((To ?? Edited)!.Value);
        if (_about is null)
        {
            Navigation.NotFound();
            return;
        }

        Draft ??= new WrittenDraft { Key = Guid.NewGuid(), Text = _about.Text };
    }

    private async Task WriteAsync()
    {
        if (_about is null)
        {
            return;
        }

        if (Http.Actor() is not { } actor)
        {
            _fault = "You are signed out. Your text is still here: sign in in another tab, then post it again.";
        }
        else if (!await Antiforgery.IsRequestValidAsync(Http))
        {
            _fault = "Your sign-in has changed since this form was opened. Your text is still here: please post it again.";
        }
        else if (Draft!.Preview)
        {
            var rendered = await Rendering.RenderAsync(Draft.Text, Cancelled);
            _preview = rendered.Value?.Body.Html;
            _fault = rendered.Refusal?.Why;
        }
        else
        {
            await SaveAsync(actor);
        }
    }

    private async Task SaveAsync(Core.Members.Actor actor)
    {
        var draft = Draft!.Key == Guid.Empty ? Draft.WithNewKey() : Draft;
        var saved = Edited is { } edited
            ? await Edit.RunAsync(actor, edited, draft.Text, Cancelled)
            : await Post.RunAsync(actor, To is { } to ? Place.Below(to) : Place.In(Conversation!.Value), draft.Comment, Cancelled);
        if (saved.Refusal is { } refusal)
        {
            _fault = refusal.Why;
            Http.Response.StatusCode = refusal.Cause == Cause.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK;
            return;
        }

        // The script in the browser forgets the draft that this names.
        Http.Response.Cookies.Append("posted", draft.Key.ToString(), new CookieOptions { MaxAge = TimeSpan.FromMinutes(5), SameSite = SameSiteMode.Lax, Secure = Http.Request.IsHttps, HttpOnly = false });
        Navigation.NavigateTo(Links.Comment(Edited ?? saved.Value));
    }

    private async Task<Subject?> AboutConversationAsync(int id) =>
        await Subjects.RunAsync(id, Cancelled) is { } subject ? new Subject(subject.Title, ConversationAddress.Subject(subject.Type, subject.Slug) + "#talk", null, "") : null;

    private async Task<Subject?> AboutCommentAsync(int id) =>
        await Comments.RunAsync(id, Cancelled) is not { } comment ? null
        : Edited is null ? new Subject(comment.Title, ConversationAddress.Of(comment), comment.Body.Html, "")
        : comment.AuthorId == Http.Actor()?.Id || IsPost ? new Subject(comment.Title, ConversationAddress.Of(comment), null, comment.Body.Markdown)
        : null;

    /// <param name="Title">What the conversation is about.</param>
    /// <param name="Back">Where it is read.</param>
    /// <param name="QuotedHtml">The comment that is replied to.</param>
    /// <param name="Text">What the form begins with.</param>
    private sealed record Subject(string Title, string Back, string? QuotedHtml, string Text);

    /// <summary>What the form sends.</summary>
    public sealed class WrittenDraft
    {
        public string Text { get; set; } = "";

        public Guid Key { get; set; }

        public bool IsQuestion { get; set; }

        public bool Preview { get; set; }

        internal CommentDraft Comment => new() { Text = Text.ReplaceLineEndings("\n").TrimEnd(), Key = Key, IsQuestion = IsQuestion };

        internal WrittenDraft WithNewKey() => new() { Text = Text, Key = Guid.NewGuid(), IsQuestion = IsQuestion, Preview = Preview };
    }
}
