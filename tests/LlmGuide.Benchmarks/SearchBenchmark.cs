using System.Diagnostics;
using System.Globalization;

using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Search;

namespace LlmGuide.Benchmarks;

/// <summary>
/// How well the search answers the sets of queries on the seed, with what it misses apart from what it finds too late; and what a search
/// costs when there is much more to search, against the seed alone: of a page of results, and of the suggestions while somebody types.
/// On SQLite, and on PostgreSQL where LLMGUIDE_TEST_POSTGRES names a server.
/// </summary>
internal static class SearchBenchmark
{
    private const int Suggestions = 8;

    /// <summary>Each is asked for at each of its letters.</summary>
    private static readonly string[] Typed = ["attention is all you need", "the model", "language models", "fine-tuning", "deepseek r1"];

    /// <summary>What finds nearly everything, or is no question at all.</summary>
    private static readonly string[] Hard =
    [
        "the", "of the and to", "the OR of OR and", "\"the model\"", "-the", "a*", "(a* OR c++)", "type:paper", "type:paper -the",
        "year:2024 the", "by:ada model", "topic:transformer the", "perplexty transfomer", string.Join(" OR ", Enumerable.Range(0, 1_000)),
        $"{new string('(', 250)}a{new string(')', 250)}", new string('a', 10_240),
    ];

    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        await OnAsync("SQLite", work, settings, null);
        if (Environment.GetEnvironmentVariable("LLMGUIDE_TEST_POSTGRES") is { Length: > 0 } server)
        {
            await OnAsync("PostgreSQL", work, settings, server);
        }
    }

    private static async Task OnAsync(string database, WorkFolder work, Settings settings, string? server)
    {
        using var sites = new SearchSites(work, settings, server);
        await using var seed = await sites.SeedAsync();
        var asked = new List<string>();
        foreach (var name in SearchSet.All)
        {
            var queries = SearchSet.Read(GeneratedCatalogue.SeedFolder(), name);
            var score = await SearchSet.ScoreAsync(seed.Services.GetRequiredService<SearchQuery>(), queries, CancellationToken.None);
            Say($"{database}: mean reciprocal rank {score.MeanReciprocalRank:0.000} over the {queries.Count} queries of {name}");
            Say($"  not found: {List(score.Missed)}");
            Say($"  found behind others: {List(score.Late)}");
            asked.AddRange(queries.Select(query => query.Text));
        }

        await using var grown = await sites.GrownAsync();
        await CompareAsync("a search", seed, grown, settings, asked, (search, text) =>
            search.RunAsync(new SearchRequest(text), 1, CancellationToken.None));
        await CompareAsync("what is hard", seed, grown, settings, Hard, (search, text) =>
            search.RunAsync(new SearchRequest(text), 1, CancellationToken.None));
        var typed = Typed.SelectMany(text => Enumerable.Range(1, text.Length).Select(length => text[..length])).ToList();
        await CompareAsync("suggestions at a key", seed, grown, settings, typed, (search, text) =>
            search.SomeAsync(new SearchRequest(text), 0, Suggestions, CancellationToken.None));
    }

    private static async Task CompareAsync(
        string what, WebApplication seed, WebApplication grown, Settings settings, IReadOnlyList<string> texts,
        Func<SearchQuery, string, Task> ask)
    {
        var (small, large) = (await MeasureAsync(seed, settings, texts, ask), await MeasureAsync(grown, settings, texts, ask));
        Say($"  {what}: median {small.Median:0.0} ms on the seed, {large.Median:0.0} ms on all (target below 50 ms)");
        Say($"    {large.Median / small.Median:0.0} times (target at most 3); nine of ten below {small.High:0} and {large.High:0} ms");
        Say($"    the slowest on the seed: {small.Slowest}");
        Say($"    the slowest on all: {large.Slowest}");
    }

    private static async Task<Cost> MeasureAsync(
        WebApplication site, Settings settings, IReadOnlyList<string> texts, Func<SearchQuery, string, Task> ask)
    {
        var search = site.Services.GetRequiredService<SearchQuery>();
        var times = new List<(double Milliseconds, string Text)>();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            foreach (var text in texts)
            {
                var watch = Stopwatch.StartNew();
                await ask(search, text);
                if (round > 0)
                {
                    times.Add((watch.Elapsed.TotalMilliseconds, text));
                }
            }
        }

        var sorted = times.OrderByDescending(time => time.Milliseconds).ToList();
        var slowest = sorted.DistinctBy(time => time.Text).Take(5)
            .Select(time => Text($"{time.Milliseconds:0} ms “{time.Text[..Math.Min(60, time.Text.Length)]}”"));
        return new Cost(Median.Of(times.Select(time => time.Milliseconds)), sorted[sorted.Count / 10].Milliseconds, List([.. slowest]));
    }

    private static string List(IReadOnlyList<string> some) => some.Count == 0 ? "none" : string.Join("; ", some);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(Text(line));

    /// <param name="High">Nine of ten take less.</param>
    private sealed record Cost(double Median, double High, string Slowest);
}
