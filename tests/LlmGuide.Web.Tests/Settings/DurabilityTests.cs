using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>The power goes out while people write.</summary>
public sealed class DurabilityTests : IDisposable
{
    private const int Writers = 4;
    private const int BeforeTheKill = 40;

    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Every_comment_that_was_acknowledged_is_there_after_the_server_was_killed_in_the_middle()
    {
        await _checkout.SeededAsync();
        var acknowledged = new ConcurrentDictionary<int, string>();
        await using (var program = _checkout.Serve("--RateLimits:Enabled=false"))
        {
            var address = await program.AddressAsync();
            var writers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(
                number => Writer.RegisterAsync(address, string.Create(CultureInfo.InvariantCulture, $"writer{number}"), "/topics/one")));

            var killed = new TaskCompletionSource();
            var posting = Task.WhenAll(writers.Select(writer => PostUntilTheLineIsDeadAsync(writer, acknowledged, killed)));
            await killed.Task.WaitAsync(TimeSpan.FromMinutes(1), GuideHost.Cancelled);
            await program.KillAsync();
            await posting;
            Array.ForEach(writers, writer => writer.Dispose());
        }

        await using var again = _checkout.Serve();
        using var reader = new HttpClient { BaseAddress = await again.AddressAsync() };
        var there = await CommentsAsync(reader);
        Assert.True(acknowledged.Count >= BeforeTheKill);
        Assert.DoesNotContain(acknowledged, sent => there.GetValueOrDefault(sent.Key) != sent.Value);
        Assert.Equal(there.Count, there.Values.Distinct().Count());
    }

    public void Dispose() => _checkout.Dispose();

    private static async Task PostUntilTheLineIsDeadAsync(
        Writer writer, ConcurrentDictionary<int, string> acknowledged, TaskCompletionSource enough)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{writer.Name} says {number}.");
                using var answer = await writer.PostAsync(text);
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                Assert.True(
                    acknowledged.TryAdd(int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture), text));
                if (acknowledged.Count >= BeforeTheKill)
                {
                    enough.TrySetResult();
                }
            }
        }
        catch (HttpRequestException)
        {
            // The line is dead: whether the last one was kept, nobody was told.
        }
    }

    private static async Task<Dictionary<int, string>> CommentsAsync(HttpClient reader)
    {
        var there = new Dictionary<int, string>();
        for (var after = ""; after is not null;)
        {
            using var batch = JsonDocument.Parse(
                await reader.GetStringAsync($"/api/v1/topics/one/comments?limit=200{after}", GuideHost.Cancelled));
            foreach (var comment in batch.RootElement.GetProperty("items").EnumerateArray())
            {
                there.Add(comment.GetProperty("id").GetInt32(), comment.GetProperty("markdown").GetString()!);
            }

            after = batch.RootElement.GetProperty("next").GetString() is { } next ? $"&after={next}" : null;
        }

        return there;
    }
}
