using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <summary>Reading a discussion, signed in and not, short and long; and eight who write at once.</summary>
internal static class TalkBenchmark
{
    private const string Short = "/topics/transformer";
    private const string Long = "/topics/tokenization";
    private const int Few = 50;
    private const int Many = 3_000;

    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        var database = work.File("talk.db");
        await using var scene = await ConversationFixture.InAsync(database, PostBenchmark.Clients);
        if (settings.Wants("talk"))
        {
            await scene.TalkAsync("transformer", Few);
            await scene.TalkAsync("tokenization", Many);
        }

        var conversation = await scene.TalkAsync("quantization", 1);
        var cookies = await Task.WhenAll(Enumerable.Range(0, PostBenchmark.Clients).Select(scene.SignInAsync));
        await using var site = await ServerProcess.SiteAsync(
            work, [$"--ConnectionStrings:Guide=Data Source={database}", "--RateLimits:Enabled=false"]);
        if (settings.Wants("talk"))
        {
            await ReadAsync(site, cookies[0], settings);
        }

        if (settings.Wants("posts"))
        {
            await PostBenchmark.RunAsync(site, database, conversation, cookies, scene, settings);
        }
    }

    private static async Task ReadAsync(ServerProcess site, string cookie, Settings settings)
    {
        var contests = new (string Name, Request Request)[]
        {
            ("50 comments, kept", new Request(Short)),
            ("50 comments, made anew", new Request(Short, Anew: true)),
            ("50 comments, signed in", new Request(Short, Cookie: cookie)),
            ("3,000 comments, made anew", new Request(Long, Anew: true)),
            ("3,000 comments, signed in", new Request(Long, Cookie: cookie)),
        };
        var results = contests.ToDictionary(c => c.Name, _ => new List<Measurement>(), StringComparer.Ordinal);
        foreach (var (_, request) in contests)
        {
            await Load.SettleAsync(site, [request], settings.WarmUp);
        }

        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var (name, request) in contests)
            {
                results[name].Add(await Load.RunAsync(site, [request], settings.Measure));
            }
        }

        Report(results);
    }

    private static void Report(Dictionary<string, List<Measurement>> results)
    {
        Console.WriteLine("a topic with its discussion, medians of interleaved rounds");
        foreach (var (name, measurements) in results)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-26} {Cpu(measurements):0.00} ms of CPU each{(name == "50 comments, signed in" ? " (target under 2)" : "")}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  3,000 / 50, made anew      {Cpu(results["3,000 comments, made anew"]) / Cpu(results["50 comments, made anew"]):0.00} "
            + $"(target at most 2)"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  3,000 / 50, signed in      {Cpu(results["3,000 comments, signed in"]) / Cpu(results["50 comments, signed in"]):0.00} "
            + $"(target at most 2)"));
    }

    private static double Cpu(List<Measurement> measurements) => Median.Of(measurements.Select(m => m.CpuMilliseconds));
}
