using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>
/// Everything that can be edited about a result, values as they were typed (see <see cref="DraftJson"/> before changing it).
/// </summary>
public sealed record ResultDraft
{
    /// <summary>The slug of the benchmark, which stays.</summary>
    public string Benchmark { get; init; } = "";

    /// <summary>As the source calls it.</summary>
    public string Model { get; init; } = "";

    /// <summary>See <see cref="BenchmarkResult.Setting"/>.</summary>
    public string Setting { get; init; } = "";

    /// <summary>See <see cref="BenchmarkResult.Track"/>.</summary>
    public string Track { get; init; } = "";

    /// <summary>See <see cref="BenchmarkResult.BenchmarkVersion"/>.</summary>
    public string BenchmarkVersion { get; init; } = "";

    /// <summary>As <see cref="Measurer"/> reads it; empty where it is not known.</summary>
    public string MeasuredBy { get; init; } = "";

    /// <summary>The name of a <see cref="ReferenceKind"/>; empty for a model.</summary>
    public string Reference { get; init; } = "";

    /// <summary>As <see cref="PartialDate"/> reads it; empty where it is not known.</summary>
    public string Date { get; init; } = "";

    /// <summary>In the order of the benchmark's metrics.</summary>
    public IReadOnlyList<ScoreDraft> Scores { get; init; } = [];

    /// <summary>The direction of a metric in <see cref="Scores"/> that is new to the benchmark; <c>null</c> for none.</summary>
    public NewMetricDraft? NewMetric { get; init; }

    public string? PaperTitle { get; init; }

    public string? PaperUrl { get; init; }

    public string? CodeUrl { get; init; }

    public string? Note { get; init; }

    /// <summary>The slug of the paper's page among the resources.</summary>
    public string? Resource { get; init; }

    /// <summary>The name of who says so.</summary>
    public string Source { get; init; } = "";

    /// <summary>The very place where it is said.</summary>
    public string SourceUrl { get; init; } = "";

    /// <summary>The home of a source that the guide has not had yet; <c>null</c> for one that it has.</summary>
    public string? SourceHome { get; init; }

    /// <summary>The licence of such a new source.</summary>
    public string? SourceLicence { get; init; }

    /// <summary>The words that such a new source asks for.</summary>
    public string? SourceAttribution { get; init; }

    /// <summary>Whether it is no part of the leaderboard any more.</summary>
    public bool Removed { get; init; }
}

/// <param name="Metric">The name of the benchmark's metric.</param>
/// <param name="Value">As <see cref="ScoreText"/> reads it.</param>
public sealed record ScoreDraft(string Metric, string Value = "");

/// <param name="Name">Of the metric, as the benchmark's results call it.</param>
/// <param name="HigherIsBetter"><c>null</c> where neither end is better.</param>
public sealed record NewMetricDraft(string Name, bool? HigherIsBetter);
