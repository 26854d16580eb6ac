using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Discussion;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Shared.Delivery;
using LlmGuide.Web.Shared.Limits;

namespace LlmGuide.Web.Discussion;

/// <summary>Comments as JSON, and the preview of one.</summary>
internal static class DiscussionApi
{
    public static void MapDiscussionApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapApi("Discussion");
        foreach (var type in Enum.GetValues<SubjectType>())
        {
            var name = Names.Of(type);
            api.MapRead($"/{name}s/{{slug}}/comments", (string slug, [AsParameters] BatchRequest batch, HttpContext http, CommentRecords comments, NotUnderThisSlug otherwise, CancellationToken cancellationToken) =>
                    ListAsync(type, slug, batch, http, comments, otherwise, cancellationToken))
                .WithSummary($"What is said about a {name}, in the order in which it was written").Produces<Batch<CommentRecord>>().Produces(StatusCodes.Status301MovedPermanently)
                .ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders("limit", "after");
        }

        api.MapPost("/markdown", PreviewAsync).WithSummary("A text as the HTML that a comment would have").Produces<RenderedText>().ProducesProblem(StatusCodes.Status429TooManyRequests)
            .DisableAntiforgery().Limited(Limit.Preview);
    }

    private static async Task<IResult> ListAsync(SubjectType type, string slug, BatchRequest batch, HttpContext http, CommentRecords comments, NotUnderThisSlug otherwise, CancellationToken cancellationToken)
    {
        http.TagPage(ConversationChange.TagOf(type, slug));
        var found = true;
        var answer = await batch.AnswerAsync(async (after, limit) =>
        {
            var rows = await comments.ListAsync(type, slug, after, limit, cancellationToken);
            found = rows is not null;
            return rows ?? new Batch<CommentRecord>([], null, 0);
        });
        return found ? answer : await otherwise.AnswerAsync(OwnerOf(type), slug, http, "/comments");
    }

    private static SlugOwner OwnerOf(SubjectType type) => type switch { SubjectType.Topic => SlugOwner.Topic, SubjectType.Task => SlugOwner.Task, _ => SlugOwner.Resource };

    private static async Task<IResult> PreviewAsync(MarkdownText? asked, CommentText rendering, CancellationToken cancellationToken)
    {
        var rendered = await rendering.RenderAsync(asked?.Text ?? "", cancellationToken);
        return rendered.Value is { } text ? Results.Ok(new RenderedText(text.Body.Html)) : Results.Problem(rendered.Refusal!.Why, statusCode: StatusCodes.Status400BadRequest);
    }
}

/// <param name="Text">Markdown, 1 to 10,000 characters.</param>
internal sealed record MarkdownText(string? Text);

/// <param name="Html">Safe HTML.</param>
internal sealed record RenderedText(string Html);
