using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Lookup;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>
/// A site with a few works, whose links and helpful services are a server on loopback; with a clock of its own where a test wants one.
/// </summary>
internal sealed class LinkSite : IAsyncDisposable
{
    private LinkSite(GuideHost host, OutsideServer server, FakeTimeProvider clock)
    {
        Host = host;
        Server = server;
        Clock = clock;
    }

    public GuideHost Host { get; }

    public OutsideServer Server { get; }

    public FakeTimeProvider Clock { get; }

    /// <param name="works">So many, at /1, /2 and so on of the server.</param>
    /// <param name="stopped">Whether time stands still until the test moves it.</param>
    public static async Task<LinkSite> StartAsync(int works, bool stopped = false)
    {
        var server = new OutsideServer();
        // Some days back: sessions begin by the clock of the system, and a test that moves this one must not outlive them.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(-5));
        var host = await GuideHost.StartAsync(
            services =>
            {
                if (stopped)
                {
                    services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                }
            },
            [
                "--Database:SeedOnStart=false", "--RateLimits:Enabled=false", "--Outside:AllowLoopback=true", "--Links:HostSeconds=0",
                $"--Outside:Arxiv={server.Address}/arxiv", $"--Outside:Crossref={server.Address}/crossref",
                $"--Outside:YouTube={server.Address}/youtube", $"--Outside:Wayback={server.Address}/wayback",
            ]);
        var site = new LinkSite(host, server, clock);
        await site.AddAsync(works);
        return site;
    }

    /// <summary>Looks at every link once, as the clock or a curator would have it done.</summary>
    public async Task RoundAsync()
    {
        Assert.Null(
            (await Host.Services.GetRequiredService<LinkCheckRuns>().BeginAsync(Actor.Operator, null, GuideHost.Cancelled)).Refusal);

        // The site's own job may have taken it: it is over when it is no longer open.
        while (await Host.AskAsync(db => db.Set<LinkCheckRun>().AnyAsync(run => run.Open == 1, GuideHost.Cancelled)))
        {
            await Host.Services.GetRequiredService<RunLinkChecks>().RunAsync(null, GuideHost.Cancelled);
            await Task.Yield();
        }
    }

    public async Task<Browser> SignedInAsync(string name, Role roles) => new(Host, await Host.SignInAsync(name, roles));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Server.DisposeAsync();
    }

    private Task AddAsync(int works) => Host.AskAsync(async db =>
    {
        for (var number = 1; number <= works; number++)
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            var work = new Resource(
                $"work-{name}", $"Work {name}", ResourceKind.Paper, $"{Server.Address}/{name}", TimeProvider.System.GetUtcNow());
            work.Publish(["Ada Example"], 2020, 1, "Venue", null, null);
            work.Describe(
                new Prose("It measures something.", "It measures something.", 1),
                ResourceLevel.Intermediate, ResourceAccess.Open, 30, null);
            work.CiteAs($"example{name}");
            db.Add(work);
            Server.At($"/{name}", 200, "<title>A work</title>");
        }

        return await db.SaveChangesAsync(GuideHost.Cancelled);
    });
}
