using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <summary>A kept page against the least that Kestrel can do with the same bytes, and against the page made anew.</summary>
internal static class PageBenchmark
{
    private const string Topic = "/topics/transformer";

    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        await using var site = await ServerProcess.SiteAsync(work, work.File("pages.db"));
        var plain = await SaveAsync(site, work, "identity");
        var brotli = await SaveAsync(site, work, "br");
        await using var limit = await ServerProcess.LimitAsync(plain, "identity");
        await using var limitBrotli = await ServerProcess.LimitAsync(brotli, "br");
        var contests = new (string Name, ServerProcess Server, Request Request)[]
        {
            ("limit", limit, new Request(Topic)),
            ("cached", site, new Request(Topic)),
            ("limit, Brotli", limitBrotli, new Request(Topic, "br")),
            ("cached, Brotli", site, new Request(Topic, "br")),
            ("uncached", site, new Request(Topic, Anew: true)),
        };
        var results = contests.ToDictionary(c => c.Name, _ => new List<Measurement>(), StringComparer.Ordinal);
        foreach (var contest in contests)
        {
            await Load.RunAsync(contest.Server, [contest.Request], TimeSpan.FromSeconds(settings.Seconds));
        }

        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var contest in contests)
            {
                results[contest.Name].Add(await Load.RunAsync(contest.Server, [contest.Request], TimeSpan.FromSeconds(settings.Seconds)));
            }
        }

        Report(results);
    }

    private static async Task<string> SaveAsync(ServerProcess site, WorkFolder work, string encoding)
    {
        using var http = new HttpClient { BaseAddress = new UriBuilder("http", "127.0.0.1", site.Port).Uri };
        using var message = new HttpRequestMessage(HttpMethod.Get, Topic);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        using var answer = await http.SendAsync(message);
        var file = work.File($"body-{encoding}");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        return file;
    }

    private static void Report(Dictionary<string, List<Measurement>> results)
    {
        Console.WriteLine($"{Topic}, medians of {results["limit"].Count} interleaved rounds");
        foreach (var (name, measurements) in results)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-15} {PerCpu(measurements),9:N0} requests per CPU second, {Median.Of(measurements.Select(m => m.CpuMilliseconds)):0.000} ms of CPU each"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  cached / limit          {PerCpu(results["cached"]) / PerCpu(results["limit"]):0.00} (target 0.9)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  cached / limit, Brotli  {PerCpu(results["cached, Brotli"]) / PerCpu(results["limit, Brotli"]):0.00} (target 0.8)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  uncached                {Median.Of(results["uncached"].Select(m => m.CpuMilliseconds)):0.00} ms of CPU (target under 1)"));
    }

    private static double PerCpu(List<Measurement> measurements) => Median.Of(measurements.Select(m => m.RequestsPerCpuSecond));
}
