using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <summary>The uncached topic page on catalogues of growing size, one client, all sizes in turn.</summary>
/// <remarks>
/// The question is what a page costs when the catalogue around it grows, so the pages asked for are the same at every size:
/// topics of the seed, with the works that they place. What is added has topics of its own, as many to a work as the seed
/// has; every table that the page reads grows. If all that is added were put into the seed's 26 topics, the longer list would be
/// measured instead. That case is measured
/// by itself: in the largest catalogue, one topic of the seed has thousands of works besides its own. Its page lists no
/// more than <see cref="Core.Catalogue.Topics.TopicPageQuery.PlacementsShown"/> of them.
/// </remarks>
internal static class GrowthBenchmark
{
    private static readonly int[] Sizes = [150, 10_000, 100_000];

    private static readonly string[] Topics =
        ["transformer", "in-context-learning", "decoder-only-models", "preference-optimization", "pre-training-and-fine-tuning"];

    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        var servers = new List<ServerProcess>();
        try
        {
            foreach (var size in Sizes)
            {
                var database = work.File($"growth-{size}.db");
                await GeneratedCatalogue.WriteAsync(database, size, crowded: size == Sizes[^1]);
                servers.Add(await ServerProcess.SiteAsync(work, database));
            }

            Report(await MeasureAsync(servers, [.. Topics.Select(Page)], settings), await MeasureAsync(
                [servers[0], servers[^1]], [Page(GeneratedCatalogue.CrowdedTopic)], settings));
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static Request Page(string slug) => new($"/topics/{slug}", Anew: true);

    /// <returns>The median time of a request in milliseconds, for each server.</returns>
    private static async Task<List<double>> MeasureAsync(List<ServerProcess> servers, List<Request> pages, Settings settings)
    {
        var results = servers.ToDictionary(s => s, _ => new List<Measurement>());
        foreach (var server in servers)
        {
            await Load.SettleAsync(server, pages, settings.WarmUp, clients: 1);
        }

        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var server in servers)
            {
                results[server].Add(await Load.RunAsync(server, pages, settings.Measure, clients: 1));
            }
        }

        return [.. servers.Select(s => Median.Of(results[s].Select(m => m.MedianMilliseconds)))];
    }

    private static void Report(List<double> grown, List<double> crowded)
    {
        Console.WriteLine("uncached topic pages, median time of a request, one client");
        foreach (var (size, median) in Sizes.Zip(grown))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {size,9:N0} resources  {median:0.00} ms, {median / grown[0]:0.00} "
                + $"times the smallest{(size == Sizes[^1] ? " (target at max 1.5)" : "")}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  a topic with {GeneratedCatalogue.Crowd:N0} works more than its own  {crowded[1]:0.00} "
            + $"ms, {crowded[1] / crowded[0]:0.00} times that without them ({crowded[0]:0.00} ms)"));
    }
}
