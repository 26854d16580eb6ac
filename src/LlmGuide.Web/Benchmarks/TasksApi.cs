using LlmGuide.Core;
using LlmGuide.Core.Benchmarks;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Shared.Delivery;

namespace LlmGuide.Web.Benchmarks;

/// <summary>NLP tasks as JSON.</summary>
internal static class TasksApi
{
    public static void MapTasksApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapApi("Tasks");
        api.MapRead("/tasks", ([AsParameters] BatchRequest batch, TaskRecords tasks, CancellationToken cancellationToken) =>
                batch.AnswerAsync((after, limit) => tasks.BatchAsync(after, limit, cancellationToken)))
            .WithSummary("The NLP tasks; those of the original guide first").Produces<Batch<TaskRecord>>().CachedForReaders("limit", "after");
        api.MapRead("/tasks/{slug}", async (string slug, TaskRecords tasks, CancellationToken cancellationToken) =>
                await tasks.FindAsync(slug, cancellationToken) is { } task
                    ? Results.Ok(task)
                    : Results.Problem($"There is no task “{slug}”.", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("An NLP task").Produces<TaskRecord>().ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders();
    }
}
