using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

using LlmGuide.Core;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Discussion;
using LlmGuide.Web.Tests.Settings;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Caching;

/// <summary>Two processes that serve one guide, over a Redis of their own.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private const string Server = "/usr/bin/redis-server";
    private const string Ten = "--RateLimits:Register=10";

    private Process? _redis;
    private int _port;

    public ValueTask InitializeAsync()
    {
        if (File.Exists(Server))
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            _port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            StartRedis();
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await StopRedisAsync();

    [Fact]
    public async Task A_page_kept_here_is_forgotten_when_another_node_changes_what_it_shows()
    {
        await using var here = await NodeAsync();
        await using var there = await NodeAsync();
        var before = await TagAsync(here);
        Assert.Equal(before, await TagAsync(here));

        // Told until it is heard: a subscription takes a moment, and a page that is forgotten twice is forgotten.
        await UntilAsync(async () =>
        {
            await there.Services.GetRequiredService<IPageCache>().EvictAsync(["discussions"], GuideHost.Cancelled);
            return await TagAsync(here) != before;
        });
    }

    [Fact]
    public async Task Who_looks_at_a_conversation_here_hears_of_a_comment_that_another_node_took()
    {
        await using var here = await NodeAsync();
        await using var there = await NodeAsync();
        using var listener = here.Services.GetRequiredService<LiveConversations>().Listen(7);
        var news = listener.Changed.WaitAsync(GuideHost.Cancelled);

        await UntilAsync(() =>
        {
            there.Services.GetRequiredService<LiveConversations>().Changed(7);
            return Task.FromResult(news.IsCompleted);
        });
        await news;
    }

    [Fact]
    public async Task What_another_node_changed_while_Redis_was_away_is_seen_when_it_is_back()
    {
        await using var here = await NodeAsync();
        await using var there = await NodeAsync();
        await HearEachOtherAsync(here, there);
        var before = await TagAsync(here);
        await StopRedisAsync();
        await there.Services.GetRequiredService<IPageCache>().EvictAsync(["discussions"], GuideHost.Cancelled);
        there.Services.GetRequiredService<LiveConversations>().Changed(7);
        using var listener = here.Services.GetRequiredService<LiveConversations>().Listen(7);
        StartRedis();

        // Nobody tells it any more: by itself it would be seen after five minutes.
        await listener.Changed.WaitAsync(GuideHost.Cancelled);
        await UntilAsync(async () => await TagAsync(here) != before);
    }

    [Fact]
    public async Task While_Redis_is_away_a_page_is_kept_for_seconds_only()
    {
        await using var here = await NodeAsync();
        await using var there = await NodeAsync();
        await HearEachOtherAsync(here, there);
        var others = here.Services.GetRequiredService<NodeBus>();
        var usually = others.KeepFor;
        var before = await TagAsync(here);
        await StopRedisAsync();
        await UntilAsync(() => Task.FromResult(others.KeepFor < usually));
        Assert.InRange(others.KeepFor, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

        // What was kept for longer is gone, and what is made now goes by itself.
        var meanwhile = before;
        await UntilAsync(async () => (meanwhile = await TagAsync(here)) != before);
        await UntilAsync(async () => await TagAsync(here) != meanwhile);
    }

    [Fact]
    public async Task What_is_limited_is_counted_together_by_all_nodes()
    {
        await using var here = await NodeAsync(Ten);
        await using var there = await NodeAsync(Ten);
        await HearEachOtherAsync(here, there);
        var taken = 0;
        for (var tries = 0; tries < 8; tries++)
        {
            taken += await TakesAsync(here) + await TakesAsync(there);
        }

        Assert.Equal(10, taken);
    }

    [Fact]
    public async Task While_Redis_is_away_each_node_counts_by_itself()
    {
        await using var here = await NodeAsync(Ten);
        await StopRedisAsync();
        await UntilAsync(() => Task.FromResult(!here.Services.GetRequiredService<NodeBus>().Redis!.IsConnected));
        var taken = 0;
        for (var tries = 0; tries < 15; tries++)
        {
            taken += await TakesAsync(here);
        }

        Assert.Equal(10, taken);
    }

    [Fact]
    public async Task Without_its_Redis_a_node_reads_and_writes_as_before()
    {
        await using var host = await GuideHost.StartAsync("--Redis=127.0.0.1:1,connectTimeout=200,connectRetry=0");
        await host.Services.GetRequiredService<IPageCache>().EvictAsync(["discussions"], GuideHost.Cancelled);
        using var page = await host.GetAsync("/discussions");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public void A_wrong_address_is_a_sentence() => Assert.Equal(
        ["The setting Redis is “localhost,noSuchOption=1”; it must be an address such as localhost:6379, "
            + "with options of StackExchange.Redis after commas."],
        ReadSection.Faults<NodeOptions>("", ("Redis", "localhost,noSuchOption=1")));

    /// <returns>How many of one try were not refused.</returns>
    private static async Task<int> TakesAsync(GuideHost host)
    {
        using var tried = await host.SendAsync(HttpMethod.Post, "/account/register");
        return tried.StatusCode == HttpStatusCode.TooManyRequests ? 0 : 1;
    }

    private Task<GuideHost> NodeAsync(params string[] settings)
    {
        Assert.SkipUnless(_redis is not null, $"There is no {Server}.");
        return GuideHost.StartAsync([string.Create(CultureInfo.InvariantCulture, $"--Redis=127.0.0.1:{_port}"), .. settings]);
    }

    private void StartRedis() => _redis = Process.Start(
        new ProcessStartInfo(
            Server, ["--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        });

    private async Task StopRedisAsync()
    {
        if (_redis is not null)
        {
            _redis.Kill();
            await _redis.WaitForExitAsync(CancellationToken.None);
            _redis.Dispose();
            _redis = null;
        }
    }

    private static Task HearEachOtherAsync(params GuideHost[] nodes) => UntilAsync(() => Task.FromResult(
        Array.TrueForAll(nodes, node => node.Services.GetRequiredService<NodeBus>().KeepFor > TimeSpan.FromMinutes(1))));

    private static async Task<string> TagAsync(GuideHost host)
    {
        using var page = await host.GetAsync("/discussions");
        return page.Headers.ETag!.Tag;
    }

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await happened())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
