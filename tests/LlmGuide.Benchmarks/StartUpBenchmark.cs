using System.Diagnostics;
using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <summary>From the start of the ReadyToRun build, on a seeded database, to its first 200.</summary>
internal static class StartUpBenchmark
{
    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        var folder = work.File("published");
        var database = work.File("startup.db");
        await PublishAsync(folder);
        var program = Path.Combine(folder, "LlmGuide.Web.dll");
        await using (await ServerProcess.SiteAsync(program, database))
        {
            // The first start fills the database.
        }

        var times = new List<double>();
        for (var round = 0; round < settings.Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var server = await ServerProcess.SiteAsync(program, database);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ReadyToRun, start to first 200: median {Median.Of(times):0.00} s, slowest {times.Max():0.00} s of {times.Count} (target under 2)"));
    }

    private static async Task PublishAsync(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "LlmGuide.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("Run this in a checkout: LlmGuide.sln was not found.");
        }

        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(root.FullName, "src", "LlmGuide.Web"), "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder, "-v", "quiet"]))!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException("dotnet publish failed.");
        }
    }
}
