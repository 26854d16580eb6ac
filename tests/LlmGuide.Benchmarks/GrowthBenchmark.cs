using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <summary>The uncached topic page on catalogues of growing size, one client, all sizes in turn.</summary>
internal static class GrowthBenchmark
{
    private static readonly int[] Sizes = [150, 10_000, 100_000];

    private static readonly string[] Topics = ["transformer", "in-context-learning", "decoder-only-models", "preference-optimization", "quantization"];

    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        var servers = new List<(int Size, ServerProcess Server)>();
        try
        {
            foreach (var size in Sizes)
            {
                var database = work.File($"growth-{size}.db");
                await GeneratedCatalogue.WriteAsync(database, size);
                servers.Add((size, await ServerProcess.SiteAsync(work, database)));
            }

            var pages = Topics.Select(slug => new Request($"/topics/{slug}", Anew: true)).ToList();
            var results = servers.ToDictionary(s => s.Size, _ => new List<Measurement>());
            for (var round = -1; round < settings.Rounds; round++)
            {
                foreach (var (size, server) in servers)
                {
                    var measured = await Load.RunAsync(server, pages, TimeSpan.FromSeconds(settings.Seconds), clients: 1);
                    if (round >= 0)
                    {
                        results[size].Add(measured);
                    }
                }
            }

            Console.WriteLine("uncached topic pages, median time of a request, one client");
            var smallest = Median.Of(results[Sizes[0]].Select(m => m.MedianMilliseconds));
            foreach (var size in Sizes)
            {
                var median = Median.Of(results[size].Select(m => m.MedianMilliseconds));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {size,9:N0} resources  {median:0.00} ms, {median / smallest:0.00} times the smallest{(size == Sizes[^1] ? " (target at most 1.5)" : "")}"));
            }
        }
        finally
        {
            foreach (var (_, server) in servers)
            {
                await server.DisposeAsync();
            }
        }
    }
}
