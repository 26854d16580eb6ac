using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;

namespace LlmGuide.Benchmarks;

/// <summary>
/// How long it takes from the moment in which one member sends a comment to the moment in which another, who looks at the discussion,
/// has what it shows now: the news, and the answer to the question that a browser asks then.
/// </summary>
internal static class NewsBenchmark
{
    private const int Posts = 100;

    /// <summary>Longer than that is no news.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(HttpClient http, int conversation, string cookie, Func<Task> post)
    {
        var thread = string.Create(CultureInfo.InvariantCulture, $"/conversations/{conversation}");
        using var asked = Asked($"{thread}/live", cookie);
        using var live = await http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead);
        live.EnsureSuccessStatusCode();
        await using var stream = await live.Content.ReadAsStreamAsync();
        await using var news = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
        await NextAsync(news, "open");
        var times = new List<double>();
        for (var number = 0; number < Posts; number++)
        {
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(post(), NextAsync(news, "changed"));
            using var request = Asked(thread, cookie);
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  news            {Median.Of(times):0} ms from a post to a thread that shows it elsewhere, "
            + $"slowest {times.Max():0} ms of {Posts} (target under 2,000)"));
    }

    private static HttpRequestMessage Asked(string path, string cookie) => new(HttpMethod.Get, path) { Headers = { { "Cookie", cookie } } };

    private static async Task NextAsync(IAsyncEnumerator<SseItem<string>> news, string kind)
    {
        do
        {
            if (!await news.MoveNextAsync().AsTask().WaitAsync(Patience))
            {
                throw new InvalidOperationException("The news ended.");
            }
        }
        while (news.Current.EventType != kind);
    }
}
