using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace LlmGuide.Web.Shared;

/// <summary>Server-sent events for one page that is open. They end with the page, and with the site.</summary>
internal static class Live
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <param name="events">Until its token ends, at the latest.</param>
    public static IResult Events<T>(HttpContext http, Func<CancellationToken, IAsyncEnumerable<SseItem<T>>> events) =>
        TypedResults.ServerSentEvents(UntilTheEndAsync(http, events));

    /// <summary>How far something is, every second until it is over.</summary>
    /// <param name="look">Sees how far it is, and whether it still runs.</param>
    public static IResult Progress(HttpContext http, Func<CancellationToken, Task<(bool Running, LiveProgress Now)>> look) =>
        Events(http, ended => LooksAsync(look, http.RequestServices.GetRequiredService<TimeProvider>(), ended));

    private static async IAsyncEnumerable<SseItem<T>> UntilTheEndAsync<T>(
        HttpContext http, Func<CancellationToken, IAsyncEnumerable<SseItem<T>>> events)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        await using var each = events(ended.Token).GetAsyncEnumerator(ended.Token);
        while (await NextAsync(each, ended.Token))
        {
            yield return each.Current;
        }
    }

    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> each, CancellationToken ended)
    {
        try
        {
            return await each.MoveNextAsync();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async IAsyncEnumerable<SseItem<LiveProgress>> LooksAsync(
        Func<CancellationToken, Task<(bool Running, LiveProgress Now)>> look, TimeProvider clock,
        [EnumeratorCancellation] CancellationToken ended)
    {
        var seen = await look(ended);
        while (seen.Running)
        {
            yield return new SseItem<LiveProgress>(seen.Now, "progress");
            await Task.Delay(Every, clock, ended);
            seen = await look(ended);
        }

        yield return new SseItem<LiveProgress>(seen.Now, "ended");
    }
}

/// <summary>How far something is.</summary>
internal sealed record LiveProgress(long Done, long Total);
