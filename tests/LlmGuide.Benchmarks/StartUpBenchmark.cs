using System.Diagnostics;
using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <summary>From the start of the ReadyToRun build, on a seeded database, to its first 200.</summary>
internal static class StartUpBenchmark
{
    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        var database = work.File("startup.db");
        await using (await ServerProcess.SiteAsync(work, database))
        {
            // The first start fills the database.
        }

        var times = new List<double>();
        for (var round = 0; round < settings.Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var server = await ServerProcess.SiteAsync(work, database);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ReadyToRun, start to first 200: median {Median.Of(times):0.00} s, "
            + $"slowest {times.Max():0.00} s of {times.Count} (target under 2)"));
    }
}
