using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>Where the page of an import hears how far it is.</summary>
internal static class ImportEndpoints
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public static void MapImports(this IEndpointRouteBuilder site) => site
        .MapGet(
            Links.ImportLive("{id}"),
            (string id, ImportDesk desk, TimeProvider clock, IHostApplicationLifetime lifetime, HttpContext http) =>
                desk.Find(id) is { } job
                    ? (IResult)TypedResults.ServerSentEvents(NewsAsync(job, clock, lifetime.ApplicationStopping, http.RequestAborted))
                    : Results.NotFound())
        .RequireAuthorization(nameof(Permission.EditCatalogue)).ExcludeFromDescription();

    private static async IAsyncEnumerable<SseItem<ImportNews>> NewsAsync(
        ImportJob job, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        while (job.IsRunning && !ended.IsCancellationRequested)
        {
            yield return new SseItem<ImportNews>(new ImportNews(job.Done, job.Rows), "progress");
            await Task.Delay(Every, clock, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        yield return new SseItem<ImportNews>(new ImportNews(job.Done, job.Rows), "ended");
    }

    private sealed record ImportNews(int Done, int Total);
}
