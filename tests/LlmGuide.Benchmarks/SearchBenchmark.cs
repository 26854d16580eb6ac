using System.Diagnostics;
using System.Globalization;

using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Search;
using LlmGuide.Web;
using LlmGuide.Web.Settings.Health;

using Npgsql;

namespace LlmGuide.Benchmarks;

/// <summary>
/// How well the search answers queries.tsv on the seed, with what it misses apart from what it finds too late; and what a search costs
/// when there is much more to search, against the seed alone. On SQLite, and on PostgreSQL where LLMGUIDE_TEST_POSTGRES names a server.
/// </summary>
internal static class SearchBenchmark
{
    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        await OnAsync("SQLite", settings, name => [$"--ConnectionStrings:Guide=Data Source={work.File(name + ".db")}"]);
        if (Environment.GetEnvironmentVariable("LLMGUIDE_TEST_POSTGRES") is { Length: > 0 } server)
        {
            var made = new List<string>();
            try
            {
                await OnAsync("PostgreSQL", settings, name =>
                {
                    var database = new NpgsqlConnectionStringBuilder(server) { Database = $"llmguide_{name}_{Guid.NewGuid():N}" };
                    made.Add(database.ConnectionString);
                    return ["--Database:Provider=PostgreSQL", $"--ConnectionStrings:Guide={made[^1]}"];
                });
            }
            finally
            {
                made.ForEach(BoardsBenchmark.Drop);
            }
        }
    }

    private static async Task OnAsync(string database, Settings settings, Func<string, string[]> make)
    {
        var queries = SearchSet.Read(Path.Combine(GeneratedCatalogue.SeedFolder(), "..", "..", "tests", "LlmGuide.Core.Tests", "Search"));
        await using var seed = await SeededAsync(make("search_seed"));
        var score = await SearchSet.ScoreAsync(seed.Services.GetRequiredService<SearchQuery>(), queries, CancellationToken.None);
        Say($"{database}: mean reciprocal rank {score.MeanReciprocalRank:0.000} over {queries.Count} queries");
        Say($"  not found: {List(score.Missed)}");
        Say($"  found behind others: {List(score.Late)}");

        await using var grown = await SeededAsync(make("search_grown"));
        var watch = Stopwatch.StartNew();
        await GeneratedTexts.FillAsync(grown.Services, settings.Resources, settings.Comments);
        Say($"  {settings.Resources:N0} resources and {settings.Comments:N0} comments more, written in {watch.Elapsed.TotalSeconds:0} s");
        var (small, large) = (await MeasureAsync(seed, queries, settings), await MeasureAsync(grown, queries, settings));
        Say($"  median of a search: {small.Median:0.0} ms on the seed, {large.Median:0.0} ms on all (target below 50 ms)");
        Say($"  {large.Median / small.Median:0.0} times (target at most 3)");
        Say($"  the slowest: {small.Slowest} on the seed, {large.Slowest} on all");
    }

    private static async Task<WebApplication> SeededAsync(string[] options)
    {
        var app = GuideSite.Build([.. options, "--Logging:LogLevel:Default=Warning"]);
        await app.Services.GetRequiredService<DatabasePreparation>().MigrateAsync(CancellationToken.None);
        await app.Services.GetRequiredService<LoadSeed>().RunAsync(GeneratedCatalogue.SeedFolder(), CancellationToken.None);
        return app;
    }

    private static async Task<(double Median, string Slowest)> MeasureAsync(
        WebApplication site, IReadOnlyList<SearchedFor> queries, Settings settings)
    {
        var search = site.Services.GetRequiredService<SearchQuery>();
        var times = new List<(double Milliseconds, string Text)>();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            foreach (var query in queries)
            {
                var watch = Stopwatch.StartNew();
                await search.RunAsync(new SearchRequest(query.Text), 1, CancellationToken.None);
                if (round > 0)
                {
                    times.Add((watch.Elapsed.TotalMilliseconds, query.Text));
                }
            }
        }

        var slowest = times.MaxBy(time => time.Milliseconds);
        return (Median.Of(times.Select(time => time.Milliseconds)), Text($"{slowest.Milliseconds:0} ms for “{slowest.Text}”"));
    }

    private static string List(IReadOnlyList<string> some) => some.Count == 0 ? "none" : string.Join("; ", some);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(Text(line));
}
