using LlmGuide.Core.Benchmarks.Metrics;

namespace LlmGuide.Web.Benchmarks;

/// <summary>Where a metric is explained on the page of metrics: at its worked example, or under its own name.</summary>
internal static class MetricAnchors
{
    public static string Of(string metric) => WorkedExamples.AnchorOf(metric) ?? metric;
}
