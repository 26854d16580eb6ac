using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Leaderboards.Tasks;

/// <summary>NLP tasks, benchmarks and their results as JSON.</summary>
internal static class TasksApi
{
    public static void MapTasksApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapApi("Tasks");
        api.MapMethods("/tasks", HttpVerbs.Read,
            ([AsParameters] BatchRequest batch, TaskApiQuery tasks, CancellationToken cancellationToken) =>
                batch.AnswerAsync((after, limit) => tasks.BatchAsync(after, limit, cancellationToken)))
            .WithSummary("The NLP tasks; those of the original guide first")
            .Produces<Batch<TaskResponse>>().CachedForReaders("limit", "after");
        api.MapMethods("/tasks/{slug}", HttpVerbs.Read, async (
            string slug, TaskApiQuery tasks, NotUnderThisSlug fallback, HttpContext http, CancellationToken cancellationToken) =>
                await tasks.FindAsync(slug, cancellationToken) is { } task
                    ? Results.Ok(task)
                    : await fallback.AnswerAsync(SlugOwner.Task, slug, http))
            .WithSummary("An NLP task").Produces<TaskResponse>().Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders();
        MapBenchmarks(site.MapApi("Benchmarks"));
    }

    private static void MapBenchmarks(RouteGroupBuilder api)
    {
        api.MapMethods("/benchmarks/{slug}", HttpVerbs.Read, async (
            string slug, BenchmarkApiQuery benchmarks, NotUnderThisSlug fallback, HttpContext http, CancellationToken cancellationToken) =>
                await benchmarks.FindAsync(slug, cancellationToken) is { } benchmark
                    ? Results.Ok(benchmark)
                    : await fallback.AnswerAsync(SlugOwner.Benchmark, slug, http))
            .WithSummary("A benchmark: data, metrics with their direction, state").Produces<BenchmarkDetails>()
            .Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders();
        api.MapMethods("/benchmarks/{slug}/results", HttpVerbs.Read, async (string slug, [AsParameters] BatchRequest batch,
            BenchmarkApiQuery benchmarks, NotUnderThisSlug fallback, HttpContext http, CancellationToken cancellationToken) =>
            {
                var there = true;
                var answer = await batch.AnswerAsync(async (after, limit) =>
                {
                    var found = await benchmarks.ResultsAsync(slug, after, limit, cancellationToken);
                    there = found is not null;
                    return found ?? new Batch<ResultResponse>([], null, 0);
                });
                return there ? answer : await fallback.AnswerAsync(SlugOwner.Benchmark, slug, http, "/results");
            })
            .WithSummary("The results of a benchmark in the order they were added, each with its source")
            .Produces<Batch<ResultResponse>>().Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders("limit", "after");
    }
}
