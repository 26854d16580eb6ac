using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Leaderboards.Benchmarks;

/// <summary>A benchmark as schema.org has data sets (https://schema.org/Dataset).</summary>
internal static class BenchmarkLinkedData
{
    public static object Of(BoardFacts facts, SiteAddress address, HttpRequest request) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Dataset",
            ["name"] = facts.Name,
            ["description"] = $"Benchmark for {facts.TaskName}. {facts.Size}".Trim(),
            ["url"] = address.Of(request, Links.Benchmark(facts.Slug)),
            ["sameAs"] = facts.Url,
            ["citation"] = facts.PaperUrl,
            ["license"] = facts.Licence,
        };
}
