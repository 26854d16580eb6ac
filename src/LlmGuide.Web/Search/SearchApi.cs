using LlmGuide.Core;
using LlmGuide.Core.Search;
using LlmGuide.Core.Search.Language;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Limits;

namespace LlmGuide.Web.Search;

/// <summary>The search as JSON.</summary>
internal static class SearchApi
{
    public static void MapSearchApi(this IEndpointRouteBuilder site) => site.MapApi("Search")
        .MapMethods("/search", HttpVerbs.Read, (string? q, string? type, [AsParameters] BatchRequest batch, SearchQuery search,
            HttpContext http, SiteAddress address, CancellationToken cancellationToken) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return q is { Length: > SearchExpression.MaxLength }
                ? Task.FromResult(Results.Problem(
                    $"q is longer than {SearchExpression.MaxLength} characters.", statusCode: StatusCodes.Status400BadRequest))
                : batch.AnswerAsync(async (after, limit) =>
                {
                    var (found, total) = await search.SomeAsync(
                        new SearchRequest(q, Names.Parse<SearchType>(type)), after, limit, cancellationToken);
                    var next = after + found.Hits.Items.Count;
                    return new Batch<SearchResponse>(
                        [.. found.Hits.Items.Select(hit => Record(hit.Match, http.Request, address))],
                        found.Hits.Items.Count > 0 && next < total ? next.ToInvariantString() : null,
                        total);
                });
        })
        .WithSummary("What matches a query, best first; /search/help has its language")
        .Produces<Batch<SearchResponse>>().Limited(Limit.Search);

    internal static SearchResponse Record(TextMatch match, HttpRequest request, SiteAddress address) => new(
        match.Type.ToSlug(),
        match.Slug,
        Unmarked(match.Title),
        address.Of(request, Links.Found(match.Type, match.Slug)),
        Unmarked(match.Snippet),
        Math.Round(match.Score, 4));

    private static string Unmarked(string text) =>
        text.Replace($"{TextMatch.MarkStart}", "", StringComparison.Ordinal).Replace($"{TextMatch.MarkEnd}", "", StringComparison.Ordinal);
}

/// <param name="Type">topic, resource, task, benchmark, metric, model or comment.</param>
/// <param name="Slug">Its slug; the number of a comment.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Snippet">The part of its text that matches best, as plain text.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
internal sealed record SearchResponse(string Type, string Slug, string Title, string Url, string Snippet, double Score);
