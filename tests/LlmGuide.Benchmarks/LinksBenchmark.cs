using System.Diagnostics;
using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Members;
using LlmGuide.Web;
using LlmGuide.Web.Settings.Health;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LlmGuide.Benchmarks;

/// <summary>
/// One round over very many links whose servers answer at once: how many a second are seen and written,
/// and how much more memory ten times as many need.
/// </summary>
internal static class LinksBenchmark
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int LinksOfHost = 5;
    private const int LooksBetween = 250;

    /// <summary>In megabytes: a list of 10,000 links with their answers would hold some five.</summary>
    private const double MostMore = 2;

    public static async Task RunAsync(WorkFolder work)
    {
        await RoundAsync(work, "links_warm", 200);
        var few = await RoundAsync(work, "links_few", Few);
        var many = await RoundAsync(work, "links_many", Many);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"links: {Many:N0} of {Many / LinksOfHost:N0} hosts in {many.Seconds:0} s, {Many / many.Seconds:N0} a second"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  held during the round at most {many.Megabytes:0.0} MB, {few.Megabytes:0.0} MB with {Few:N0} links: "
            + $"{many.Megabytes - few.Megabytes:0.0} MB more for ten times the links (target at most {MostMore:0})"));
    }

    private static async Task<Seen> RoundAsync(WorkFolder work, string name, int links)
    {
        await using var site = GuideSite.Build(
            [$"--ConnectionStrings:Guide=Data Source={work.File(name + ".db")}", "--Database:SeedOnStart=false",
                "--Links:HostSeconds=0", "--Links:RoundHours=0", "--Logging:LogLevel:Default=Warning"],
            services => services.Replace(ServiceDescriptor.Singleton<IWebClient, Answering>()));
        await site.Services.GetRequiredService<DatabasePreparation>().RunAsync(CancellationToken.None);
        await FillAsync(site.Services.GetRequiredService<IDbContextFactory<GuideDb>>(), links);
        var begun = await site.Services.GetRequiredService<LinkCheckRuns>().BeginAsync(Actor.Operator, null, CancellationToken.None);
        if (begun.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Why);
        }

        var held = new Held();
        var clock = Stopwatch.StartNew();
        await site.Services.GetRequiredService<RunLinkChecks>().RunAsync(held, CancellationToken.None);
        return held.Count == links
            ? new Seen(clock.Elapsed.TotalSeconds, held.Most / 1024.0 / 1024.0)
            : throw new InvalidOperationException($"{held.Count} of {links} links were seen.");
    }

    private static async Task FillAsync(IDbContextFactory<GuideDb> databases, int links)
    {
        foreach (var numbers in Enumerable.Range(0, links).Chunk(500))
        {
            await using var db = await databases.CreateDbContextAsync();
            foreach (var number in numbers)
            {
                var address = string.Create(CultureInfo.InvariantCulture, $"https://host{number / LinksOfHost}.example/{number}");
                var made = new Resource(
                    string.Create(CultureInfo.InvariantCulture, $"work-{number}"),
                    $"Work {number}", ResourceKind.Article, address, DateTimeOffset.UnixEpoch);
                made.Describe(new Prose("It is read.", "It is read.", 1), ResourceLevel.Intermediate, ResourceAccess.Open, 10, null);
                made.CiteAs(string.Create(CultureInfo.InvariantCulture, $"work{number}"));
                db.Add(made);
            }

            await db.SaveChangesAsync();
        }
    }

    private sealed record Seen(double Seconds, double Megabytes);

    /// <summary>Looks now and then at what is held, and remembers the most.</summary>
    private sealed class Held : IProgress<SeenLink>
    {
        private readonly Lock _looking = new();
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);

        public int Count { get; private set; }

        public long Most { get; private set; }

        public void Report(SeenLink value)
        {
            lock (_looking)
            {
                if (++Count % LooksBetween == 0)
                {
                    Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - _before);
                }
            }
        }
    }

    private sealed class Answering : IWebClient
    {
        public Task<LookupResponse> AskAsync(LookupRequest question, CancellationToken cancellationToken) =>
            Task.FromResult(question.Address.EndsWith("/robots.txt", StringComparison.Ordinal)
                ? new LookupResponse(404, null, "404 Not Found")
                : new LookupResponse(200, null, "200 OK"));
    }
}
