using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;

using LlmGuide.Core.Tests.Databases;

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

    [Fact]
    public async Task Of_two_nodes_one_goes_on_when_the_other_is_killed_and_what_nobody_acknowledged_is_posted_there_once()
    {
        var database = TestServer.NewDatabase("nodes");
        string[] settings = ["--RateLimits:Enabled=false", "--Database:Provider=PostgreSQL", "--Database:MigrateOnStart=true",
            $"--ConnectionStrings:Guide={database}"];
        try
        {
            await using var one = _checkout.Serve(settings);
            var here = await one.AddressAsync();
            await using var two = _checkout.Serve(settings);
            var there = await two.AddressAsync();
            var writers = await Task.WhenAll(
                Writer.RegisterAsync(here, "ada", "/topics/one"), Writer.RegisterAsync(there, "bob", "/topics/one"));
            var (killed, posted) = (new TaskCompletionSource(), new ConcurrentBag<string>());
            var moving = PostWhereverAsync(writers[0], here, there, killed, posted);
            var staying = PostUntilAsync(writers[1], there, () => moving.IsCompleted, posted);
            await killed.Task.WaitAsync(TimeSpan.FromMinutes(1), GuideHost.Cancelled);
            await one.KillAsync();
            await Task.WhenAll(moving, staying);
            Array.ForEach(writers, writer => writer.Dispose());
            using var reader = new HttpClient { BaseAddress = there };
            Assert.Equal(posted.Order(StringComparer.Ordinal), (await CommentsAsync(reader)).Values.Order(StringComparer.Ordinal));
        }
        finally
        {
            await TestServer.DropAsync(database.Database!);
        }
    }

    public void Dispose() => _checkout.Dispose();

    /// <summary>Posts at one node until it is dead, then the same text and a few more at the other.</summary>
    private static async Task PostWhereverAsync(
        Writer writer, Uri here, Uri there, TaskCompletionSource enough, ConcurrentBag<string> posted)
    {
        var (at, last) = (here, int.MaxValue);
        for (var number = 0; number <= last; number++)
        {
            var (text, key) = (string.Create(CultureInfo.InvariantCulture, $"{writer.Name} says {number}."), Guid.NewGuid());
            try
            {
                await PostedAsync(writer, at, text, key);
            }
            catch (HttpRequestException) when (at == here)
            {
                (at, last) = (there, number + 5);
                await PostedAsync(writer, at, text, key);
            }

            posted.Add(text);
            if (number == 5)
            {
                enough.SetResult();
            }
        }
    }

    private static async Task PostUntilAsync(Writer writer, Uri at, Func<bool> isEnough, ConcurrentBag<string> posted)
    {
        for (var number = 0; !isEnough(); number++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{writer.Name} says {number}.");
            await PostedAsync(writer, at, text, Guid.NewGuid());
            posted.Add(text);
        }
    }

    private static async Task PostedAsync(Writer writer, Uri at, string text, Guid key)
    {
        using var answer = await writer.PostAtAsync(at, text, key);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

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
