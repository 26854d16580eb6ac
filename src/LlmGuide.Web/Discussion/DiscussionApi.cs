using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Mvc;

namespace LlmGuide.Web.Discussion;

/// <summary>Comments as JSON, and the preview of one.</summary>
internal static class DiscussionApi
{
    /// <summary>Bytes of the longest text, had every character of it to be escaped; what is longer is not read.</summary>
    private const int MostOfAPreview = 128 * 1024;

    public static void MapDiscussionApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapApi("Discussion");
        foreach (var type in Enum.GetValues<SubjectType>().Where(type => type != SubjectType.Group))
        {
            var name = type.ToSlug();
            api.MapMethods($"/{name}s/{{slug}}/comments", HttpVerbs.Read, (string slug, [AsParameters] BatchRequest batch, HttpContext http,
                CommentApiQuery comments, NotUnderThisSlug fallback, CancellationToken cancellationToken) =>
                    ListAsync(type, slug, batch, http, comments, fallback, cancellationToken))
                .WithSummary($"What is said about a {name}, in the order in which it was written")
                .Produces<Batch<CommentResponse>>().Produces(StatusCodes.Status301MovedPermanently)
                .ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders("limit", "after");
        }

        api.MapPost("/markdown", PreviewAsync).WithSummary("A text as the HTML that a comment would have").Produces<RenderedText>()
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .DisableAntiforgery().Limited(Limit.Preview).WithMetadata(new RequestSizeLimitAttribute(MostOfAPreview));
    }

    private static async Task<IResult> ListAsync(
        SubjectType type, string slug, BatchRequest batch, HttpContext http,
        CommentApiQuery comments, NotUnderThisSlug fallback, CancellationToken cancellationToken)
    {
        http.TagPage(ConversationChange.TagOf(type, slug));
        var found = true;
        var answer = await batch.AnswerAsync(async (after, limit) =>
        {
            var rows = await comments.ListAsync(type, slug, after, limit, cancellationToken);
            found = rows is not null;
            return rows ?? new Batch<CommentResponse>([], null, 0);
        });
        return found ? answer : await fallback.AnswerAsync(OwnerOf(type), slug, http, "/comments");
    }

    private static SlugOwner OwnerOf(SubjectType type) =>
        type switch { SubjectType.Topic => SlugOwner.Topic, SubjectType.Task => SlugOwner.Task, _ => SlugOwner.Resource };

    private static async Task<IResult> PreviewAsync(
        MarkdownText? asked, CommentText rendering, HttpResponse response, CancellationToken cancellationToken)
    {
        var rendered = await rendering.RenderAsync(asked?.Text ?? "", cancellationToken);
        if (rendered.Value is { } text)
        {
            return Results.Ok(new RenderedText(text.Body.Html));
        }

        if (rendered.Refusal is { Cause: Cause.Busy })
        {
            response.Headers.RetryAfter = "5";
            return Results.Problem(rendered.Refusal.Why, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Busy");
        }

        return Results.Problem(rendered.Refusal!.Why, statusCode: StatusCodes.Status400BadRequest);
    }
}

/// <param name="Text">Markdown, 1 to 10,000 characters.</param>
internal sealed record MarkdownText(string? Text);

/// <param name="Html">Safe HTML.</param>
internal sealed record RenderedText(string Html);
