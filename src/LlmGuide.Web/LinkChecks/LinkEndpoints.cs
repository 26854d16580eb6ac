using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.LinkChecks;

/// <summary>Where the page of the links hears how far a round is.</summary>
internal static class LinkEndpoints
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public static void MapLinks(this IEndpointRouteBuilder site) => site
        .MapGet(Links.LinkRoundLive, (LinkCheckRunQuery rounds, IHostApplicationLifetime lifetime, TimeProvider clock, HttpContext http) =>
            TypedResults.ServerSentEvents(NewsAsync(rounds, clock, lifetime.ApplicationStopping, http.RequestAborted)))
        .RequireAuthorization(nameof(Permission.CheckLinks)).ExcludeFromDescription();

    // The row in the database says it, since the round may run on another node, or from the shell. It is read while a curator looks.
    private static async IAsyncEnumerable<SseItem<LinkProgress>> NewsAsync(
        LinkCheckRunQuery rounds, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        while (!ended.IsCancellationRequested)
        {
            var round = await rounds.RunAsync(gone);
            if (round is not { Running: true })
            {
                yield return new SseItem<LinkProgress>(new LinkProgress(0, 0), "ended");
                break;
            }

            yield return new SseItem<LinkProgress>(new LinkProgress(round.Done, round.Total), "progress");
            await WaitAsync(clock, ended.Token);
        }
    }

    private static async Task WaitAsync(TimeProvider clock, CancellationToken ended)
    {
        try
        {
            await Task.Delay(Every, clock, ended);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the site stops: the loop sees it.
        }
    }

    private sealed record LinkProgress(int Done, int Total);
}
