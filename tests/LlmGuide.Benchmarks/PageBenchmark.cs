using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <summary>A kept page against the least that the server can do with the same bytes, and the page made anew.</summary>
/// <remarks>
/// <para>
/// The target, 0.9 of the limit and 0.8 with Brotli, is about a raw endpoint that returns the same bytes. The ratio to bare
/// Kestrel, without routing, is printed beside it: see <see cref="RawServer"/>.
/// </para>
/// <para>
/// Every server is asked until it has settled before anything counts: at first the runtime spends up to 40 % of a process's time
/// on compiling its hot methods again, and the site has more of them than the limit. The page made anew has a process of its
/// own, since each is kept, and a cache that is full and throws out as much as it takes in makes a hit cost more.
/// </para>
/// </remarks>
internal static class PageBenchmark
{
    private const string Topic = "/topics/transformer";

    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        await using var site = await ServerProcess.SiteAsync(work, work.File("pages.db"));
        await using var anew = await ServerProcess.SiteAsync(work, work.File("pages.db"));
        var plain = await SavedAnswer.SaveAsync(site, Topic, "identity", work.File("plain"));
        var brotli = await SavedAnswer.SaveAsync(site, Topic, "br", work.File("brotli"));
        await using var bare = await ServerProcess.RawAsync("bare", plain);
        await using var endpoint = await ServerProcess.RawAsync("endpoint", plain);
        await using var bareBrotli = await ServerProcess.RawAsync("bare", brotli);
        await using var endpointBrotli = await ServerProcess.RawAsync("endpoint", brotli);
        var contests = new (string Name, ServerProcess Server, Request Request)[]
        {
            ("bare Kestrel", bare, new Request(Topic)),
            ("endpoint", endpoint, new Request(Topic)),
            ("cached", site, new Request(Topic)),
            ("bare Kestrel, Brotli", bareBrotli, new Request(Topic, "br")),
            ("endpoint, Brotli", endpointBrotli, new Request(Topic, "br")),
            ("cached, Brotli", site, new Request(Topic, "br")),
            ("uncached", anew, new Request(Topic, Anew: true)),
        };
        Report(await RoundsAsync(contests, settings));
    }

    private static async Task<Dictionary<string, List<Measurement>>> RoundsAsync(
        (string Name, ServerProcess Server, Request Request)[] contests, Settings settings)
    {
        var results = contests.ToDictionary(c => c.Name, _ => new List<Measurement>(), StringComparer.Ordinal);
        foreach (var contest in contests)
        {
            await Load.SettleAsync(contest.Server, [contest.Request], settings.WarmUp);
        }

        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var contest in contests)
            {
                results[contest.Name].Add(await Load.RunAsync(contest.Server, [contest.Request], settings.Measure));
            }
        }

        return results;
    }

    private static void Report(Dictionary<string, List<Measurement>> results)
    {
        Console.WriteLine($"{Topic}, medians of {results["cached"].Count} interleaved rounds");
        foreach (var (name, measurements) in results)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-20} {PerCpu(measurements),9:N0} requests per CPU second, "
                + $"{Median.Of(measurements.Select(m => m.CpuMilliseconds)):0.000} ms of CPU each"));
        }

        Ratio(results, "cached", "endpoint", " (target 0.9)");
        Ratio(results, "cached, Brotli", "endpoint, Brotli", " (target 0.8)");
        Ratio(results, "cached", "bare Kestrel", "");
        Ratio(results, "cached, Brotli", "bare Kestrel, Brotli", "");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  uncached: {Median.Of(results["uncached"].Select(m => m.CpuMilliseconds)):0.00} ms of CPU (target under 1)"));
    }

    private static void Ratio(Dictionary<string, List<Measurement>> results, string site, string limit, string target)
    {
        var ratios = results[site].Zip(results[limit], (ours, theirs) => ours.RequestsPerCpuSecond / theirs.RequestsPerCpuSecond).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {site} / {limit}: {Median.Of(ratios):0.00}{target}, {ratios.Min():0.00} to {ratios.Max():0.00} in single rounds"));
    }

    private static double PerCpu(List<Measurement> measurements) => Median.Of(measurements.Select(m => m.RequestsPerCpuSecond));
}
