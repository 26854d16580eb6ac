using System.ComponentModel;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Search;
using LlmGuide.Core.Search.Language;
using LlmGuide.Web.Learning;
using LlmGuide.Web.Search;
using LlmGuide.Web.Shared;

using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace LlmGuide.Web.Assistants;

/// <summary>What an assistant can ask: the same queries as the pages and the API, with the same names.</summary>
[McpServerToolType]
internal sealed class GuideTools(
    SearchQuery search, TopicApiQuery topics, ResourceApiQuery resources, BenchmarkApiQuery benchmarks, FormerSlugQuery former,
    ReaderProgress readers, SiteAddress address, IHttpContextAccessor accessor)
{
    private const int MostHits = 20;
    private const int MostResults = 50;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Tools are called by requests.");

    [McpServerTool(
        Name = "search", Title = "Search the guide", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Finds topics, resources (papers, articles, videos, courses), NLP tasks, benchmarks and metrics, best first.")]
    public async Task<FoundHits> SearchAsync(
        [Description("A few words, a title, an arXiv number or a DOI.")] string query,
        [Description("How many at most, 1 to 20.")] int limit = 10,
        CancellationToken cancellationToken = default)
    {
        if (query.Length > SearchExpression.MaxLength)
        {
            throw new McpException($"The query is longer than {SearchExpression.MaxLength} characters.");
        }

        var (found, total) = await search.SomeAsync(
            new SearchRequest(query), 0, Math.Clamp(limit, 1, MostHits), cancellationToken);
        return new FoundHits([.. found.Hits.Items.Select(hit => SearchApi.Record(hit.Match, Http.Request, address))], total);
    }

    [McpServerTool(
        Name = "get_topic", Title = "A topic", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "A topic of the path: what one can do afterwards, its concepts, what to know first, and what to read in order with reasons.")]
    public Task<TopicResponse> TopicAsync(
        [Description("The slug of the topic, such as transformer.")] string slug, CancellationToken cancellationToken = default) =>
        FindAsync(SlugOwner.Topic, slug, topics.FindAsync, cancellationToken);

    [McpServerTool(
        Name = "get_resource", Title = "A resource", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("A work: who wrote it, when, where to read it, what it says in short, where it stands and what it builds on.")]
    public Task<ResourceResponse> ResourceAsync(
        [Description("The slug of the resource, such as attention-is-all-you-need.")] string slug,
        CancellationToken cancellationToken = default) =>
        FindAsync(SlugOwner.Resource, slug, resources.FindAsync, cancellationToken);

    [McpServerTool(
        Name = "get_benchmark", Title = "A benchmark", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("A benchmark: its data, metrics and state, and results, each with who measured it and its source.")]
    public async Task<BenchmarkWithResults> BenchmarkAsync(
        [Description("The slug of the benchmark, such as mmlu.")] string slug,
        [Description("How many results at most, 0 to 50, in the order in which they were added.")] int results = MostResults,
        CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(SlugOwner.Benchmark, slug, benchmarks.FindAsync, cancellationToken);
        var some = await benchmarks.ResultsAsync(found.Slug, 0, Math.Clamp(results, 1, MostResults), cancellationToken);
        return new BenchmarkWithResults(found, results > 0 ? some?.Items ?? [] : []);
    }

    [McpServerTool(
        Name = "whats_next", Title = "What to read next", ReadOnly = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true)]
    [Description("What to read next on the path. With a member's token, after what they have read; without, from the start.")]
    public async Task<NextReads> NextAsync(CancellationToken cancellationToken = default)
    {
        var own = await readers.OfAsync(Http);
        return NextReads.Of(own, await readers.CourseAsync(cancellationToken), slug => address.Of(Http.Request, slug));
    }

    private async Task<T> FindAsync<T>(
        SlugOwner owner, string slug, Func<string, CancellationToken, Task<T?>> find, CancellationToken cancellationToken)
        where T : class =>
        await find(slug, cancellationToken)
        ?? (await former.RunAsync(owner, slug, cancellationToken) is { } current ? await find(current, cancellationToken) : null)
        ?? throw new McpException($"There is no {owner.ToString().ToLowerInvariant()} with this slug. Search for it first.");
}

internal sealed record FoundHits(IReadOnlyList<SearchResponse> Items, int Total);

internal sealed record BenchmarkWithResults(BenchmarkDetails Benchmark, IReadOnlyList<ResultResponse> Results);
