using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Metrics;

/// <summary>
/// Everything that can be edited about a metric, texts as they were typed (see <see cref="DraftJson"/> before changing it).
/// </summary>
public sealed record MetricDraft
{
    /// <summary>Its place on the page of metrics, which stays. Empty for a new one: made from the name.</summary>
    public string Slug { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary><c>null</c> where neither end is better.</summary>
    public bool? HigherIsBetter { get; init; }

    /// <summary>What is computed, in a line.</summary>
    public string Definition { get; init; } = "";

    /// <summary>Markdown, one paragraph; empty where words say it all.</summary>
    public string Formula { get; init; } = "";

    public string? Unit { get; init; }

    /// <summary>See <see cref="Metric.Least"/>.</summary>
    public double? Least { get; init; }

    /// <summary>See <see cref="Metric.Most"/>.</summary>
    public double? Most { get; init; }

    /// <summary>The address where it was defined.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether it is no part of the guide any more.</summary>
    public bool Removed { get; init; }
}
