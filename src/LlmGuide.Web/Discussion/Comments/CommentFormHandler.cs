using System.Globalization;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace LlmGuide.Web.Discussion.Comments;

/// <summary>
/// What becomes of the form in which comments are written. A text that can be saved is saved and answered with its address, without
/// a page being made for it; otherwise the page of the form (<see cref="ComposerPage"/>) is shown with the text and what is wrong.
/// The antiforgery token is looked at here, since a form whose sign-in has ended meanwhile must come back with its text, and not as
/// an error.
/// </summary>
internal sealed class CommentFormHandler(PostComment post, EditComment edit, CommentText rendering, IAntiforgery antiforgery)
{
    /// <summary>Puts it before the writing page.</summary>
    public static RazorComponentsEndpointConventionBuilder Before(RazorComponentsEndpointConventionBuilder pages)
    {
        pages.Add(endpoint =>
        {
            if (endpoint.RequestDelegate is { } page
                && endpoint.Metadata.OfType<ComponentTypeMetadata>().Any(component => component.Type == typeof(ComposerPage)))
            {
                endpoint.RequestDelegate = http => HttpMethods.IsPost(http.Request.Method)
                    ? http.RequestServices.GetRequiredService<CommentFormHandler>().AnswerAsync(http, page)
                    : page(http);
            }
        });
        return pages;
    }

    private async Task AnswerAsync(HttpContext http, RequestDelegate page)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var draft = Read(form);
        var answer = await AnswerAsync(http, form, draft);
        if (answer.Saved is not { } saved)
        {
            http.Features.Set(answer);
            await page(http);
            return;
        }

        // The script in the browser forgets the draft that this names, and goes to the comment: an answer that it fetched does not tell it
        // which part of the page is meant.
        http.Response.Cookies.Append("posted", string.Create(CultureInfo.InvariantCulture, $"{draft.Key}.{saved}"), new CookieOptions
        {
            MaxAge = TimeSpan.FromMinutes(5),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            HttpOnly = false,
        });
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = Links.Comment(saved);
    }

    private async Task<CommentFormResult> AnswerAsync(HttpContext http, IFormCollection form, CommentDraft draft) =>
        HoneypotCheck.IsTriggered(form) ? CommentFormResult.No(draft, "Your comment was not posted.")
        : http.Actor() is not { } actor
            ? CommentFormResult.No(draft, "You are signed out. Your text is still here: sign in in another tab, then post it again.")
        : !await antiforgery.IsRequestValidAsync(http)
            ? CommentFormResult.No(
                draft, "Your sign-in has changed since this form was opened. Your text is still here: please post it again.")
        : form.ContainsKey("Draft.Preview") ? await PreviewAsync(draft, http.RequestAborted)
        : await SaveAsync(http, actor, draft);

    private async Task<CommentFormResult> PreviewAsync(CommentDraft draft, CancellationToken cancellationToken)
    {
        var rendered = await rendering.RenderAsync(draft.Text, cancellationToken);
        return new CommentFormResult(draft, null, rendered.Value?.Body.Html, rendered.Refusal?.Why);
    }

    private async Task<CommentFormResult> SaveAsync(HttpContext http, Actor actor, CommentDraft draft)
    {
        var edited = Number(http, nameof(ComposerPage.Edited));
        var saved = edited is { } comment
            ? await edit.RunAsync(actor, comment, draft.Text, http.RequestAborted)
            : await post.RunAsync(actor, Number(http, nameof(ComposerPage.To)) is { } to ? ReplyTarget.Below(to) : ReplyTarget.In(
                Number(http, nameof(ComposerPage.Conversation)) ?? 0), draft, http.RequestAborted);
        if (saved.Refusal is not { } refusal)
        {
            return new CommentFormResult(draft, edited ?? saved.Value, null, null);
        }

        http.Response.StatusCode = refusal.Status;
        if (refusal.Field == nameof(CommentDraft.Key))
        {
            draft.Key = Guid.NewGuid(); // what the form posted before has the other
        }

        return CommentFormResult.No(draft, refusal.Why);
    }

    private static CommentDraft Read(IFormCollection form) => new()
    {
        Text = form["Draft.Text"].ToString().ReplaceLineEndings("\n").TrimEnd(),
        Key = Guid.TryParse(form["Draft.Key"], out var key) && key != Guid.Empty ? key : Guid.NewGuid(),
        IsQuestion = form["Draft.IsQuestion"] == "true",
    };

    private static int? Number(HttpContext http, string name) =>
        int.TryParse(http.GetRouteValue(name) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <param name="Draft">What was sent.</param>
/// <param name="Saved">The number of the comment, when there is one.</param>
/// <param name="Error">Why it was not saved.</param>
internal sealed record CommentFormResult(CommentDraft Draft, int? Saved, string? Preview, string? Error)
{
    public static CommentFormResult No(CommentDraft draft, string fault) => new(draft, null, null, fault);
}
