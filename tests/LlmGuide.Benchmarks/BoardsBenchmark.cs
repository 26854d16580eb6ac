using System.Diagnostics;
using System.Globalization;

using Npgsql;

namespace LlmGuide.Benchmarks;

/// <summary>
/// Ten thousand leaderboards with half a million results: how long they take to come in and how much memory that needs, and what an
/// uncached leaderboard costs then, against the seed alone. On SQLite, and on PostgreSQL where LLMGUIDE_TEST_POSTGRES names a server.
/// </summary>
internal static class BoardsBenchmark
{
    private const int Boards = 10_000;
    private const int RowsOfBoard = 50;
    private const int SmallBoards = 500;

    private static readonly Request[] Pages = [.. new[] { "conll-2003", "wmt14-en-de", "cnn-dailymail", "wikitext-103" }.Select(
        slug => new Request($"/benchmarks/{slug}", Anew: true))];

    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        var (small, large) = (work.File("boards-small.json"), work.File("boards.json"));
        await GeneratedBoards.WriteAsync(small, SmallBoards, RowsOfBoard);
        await GeneratedBoards.WriteAsync(large, Boards, RowsOfBoard);
        await OnAsync("SQLite", work, settings, small, large, name => [$"--ConnectionStrings:Guide=Data Source={work.File(name + ".db")}"]);
        if (Environment.GetEnvironmentVariable("LLMGUIDE_TEST_POSTGRES") is { Length: > 0 } server)
        {
            var made = new List<string>();
            try
            {
                await OnAsync("PostgreSQL", work, settings, small, large, name =>
                {
                    var database = new NpgsqlConnectionStringBuilder(server) { Database = $"llmguide_{name}_{Guid.NewGuid():N}" };
                    made.Add(database.ConnectionString);
                    return ["--Database:Provider=PostgreSQL", "--Database:MigrateOnStart=true",
                        $"--ConnectionStrings:Guide={database.ConnectionString}"];
                });
            }
            finally
            {
                made.ForEach(Drop);
            }
        }
    }

    private static async Task OnAsync(
        string database, WorkFolder work, Settings settings, string small, string large, Func<string, string[]> make)
    {
        var (seeded, full) = (make("boards_seed"), make("boards_full"));
        await ImportAsync(work, [.. seeded, "seed"]);
        await ImportAsync(work, [.. full, "seed"]);
        var few = await ImportAsync(work, [.. make("boards_small"), "import", small, "--format", "sota"]);
        var many = await ImportAsync(work, [.. full, "import", large, "--format", "sota"]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{database}: {Boards * RowsOfBoard:N0} results of {Boards:N0} leaderboards "
            + $"in {many.Seconds:0} s, {Boards * RowsOfBoard / many.Seconds:N0} a second"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  peak memory {many.PeakMegabytes:N0} MB, {many.PeakMegabytes / few.PeakMegabytes:0.00} "
            + $"times that of {SmallBoards * RowsOfBoard:N0} results"));
        await using var before = await ServerProcess.SiteAsync(work, seeded);
        await using var after = await ServerProcess.SiteAsync(work, full);
        var (low, high) = (new List<double>(), new List<double>());
        await Load.SettleAsync(before, Pages, settings.WarmUp, clients: 1);
        await Load.SettleAsync(after, Pages, settings.WarmUp, clients: 1);
        for (var round = 0; round < settings.Rounds; round++)
        {
            low.Add((await Load.RunAsync(before, Pages, settings.Measure, clients: 1)).MedianMilliseconds);
            high.Add((await Load.RunAsync(after, Pages, settings.Measure, clients: 1)).MedianMilliseconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  uncached leaderboards, median {Median.Of(low):0.00} ms on the seed, {Median.Of(high):0.00} "
            + $"ms then: {Median.Of(high) / Median.Of(low):0.00} times (target at most 1.5)"));
    }

    private static async Task<Imported> ImportAsync(WorkFolder work, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [await work.SiteAsync(), .. arguments, "--Logging:LogLevel:Default=Warning"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.WorkingDirectory = Path.GetDirectoryName(start.ArgumentList[0]);
        start.Environment["DOTNET_gcServer"] = "0";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(100));
        }

        Console.Write($"  {await output}");
        return process.ExitCode == 0
            ? new Imported(clock.Elapsed.TotalSeconds, peak / 1024.0 / 1024.0)
            : throw new InvalidOperationException(await errors);
    }

    public static void Drop(string connection)
    {
        NpgsqlConnection.ClearAllPools();
        var database = new NpgsqlConnectionStringBuilder(connection);
        using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres" }.ConnectionString);
        server.Open();
        using var command = server.CreateCommand();
#pragma warning disable CA2100 // The name was made here.
        command.CommandText = $"DROP DATABASE IF EXISTS \"{database.Database}\" WITH (FORCE)";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private sealed record Imported(double Seconds, double PeakMegabytes);
}
