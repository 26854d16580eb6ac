using System.Net;
using System.Net.Http.Json;

using LlmGuide.Core;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>Texts that cost much stand in one queue; nobody who reads stands in it.</summary>
public sealed class BusyPreviewTests
{
    [Fact]
    public async Task A_hundred_previews_at_once_from_one_address_are_mostly_refused_and_no_reader_waits_for_the_rest()
    {
        await using var host = await StartAsync(waiting: 32);
        using var end = new CancellationTokenSource();
        var held = HoldAsync(host, end.Token);
        var previews = Enumerable.Range(0, 100).Select(number => PreviewAsync(host, $"$x_{{{number}}}$")).ToList();

        var answered = new List<HttpStatusCode>();
        await foreach (var preview in Task.WhenEach(previews).WithCancellation(GuideHost.Cancelled))
        {
            answered.Add((await preview).Status);
            if (answered.Count == 80)
            {
                Assert.All(answered, status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
                await ReadAsync(host);
                await end.CancelAsync();
            }
        }

        Assert.Equal(20, answered.Count(status => status == HttpStatusCode.OK));
        await held;
    }

    [Fact]
    public async Task A_text_that_finds_no_place_is_told_when_to_come_back_and_a_light_one_needs_none()
    {
        await using var host = await StartAsync(waiting: 0);
        using var end = new CancellationTokenSource();
        var held = HoldAsync(host, end.Token);

        var busy = await PreviewAsync(host, "$x$");
        var light = await PreviewAsync(host, "A *light* one.");
        await end.CancelAsync();
        await held;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (busy.Status, busy.SaysWhen));
        Assert.Equal(HttpStatusCode.OK, light.Status);
        Assert.Equal(HttpStatusCode.OK, (await PreviewAsync(host, "$x$")).Status);
    }

    [Fact]
    public async Task A_text_that_is_far_too_long_is_not_even_read()
    {
        await using var host = await StartAsync(waiting: 0);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PreviewAsync(host, new string('x', 1_000_000))).Status);
    }

    private static Task<GuideHost> StartAsync(int waiting) => GuideHost.StartAsync(
        services => services.AddSingleton(new WorkLimits(AtOnce: 1, waiting, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10))),
        "--RateLimits:Preview=1000");

    private static Task<bool> HoldAsync(GuideHost host, CancellationToken end) =>
        host.Services.GetRequiredService<BoundedWork>().RunAsync(_ => end.WaitHandle.WaitOne(), GuideHost.Cancelled);

    private static async Task ReadAsync(GuideHost host)
    {
        foreach (var page in (string[])["/", "/resources", "/tasks", "/discussions", "/search?q=attention"])
        {
            using var read = await host.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.OK), (page, read.StatusCode));
        }
    }

    private static async Task<(HttpStatusCode Status, bool SaysWhen)> PreviewAsync(GuideHost host, string text)
    {
        using var answer = await host.Client.PostAsJsonAsync("/api/v1/markdown", new { text }, GuideHost.Cancelled);
        return (answer.StatusCode, answer.Headers.RetryAfter is not null);
    }
}
