using LlmGuide.Core.Leaderboards.Metrics.Scoring;

namespace LlmGuide.Web.Leaderboards.Metrics;

/// <summary>Where a metric is explained on the page of metrics: at its worked example, or under its own name.</summary>
internal static class MetricAnchors
{
    public static string Of(string metric) => WorkedExamples.AnchorOf(metric) ?? metric;
}
