using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>
/// Everything that can be edited about a benchmark but its results, which have drafts of their own
/// (see <see cref="DraftJson"/> before changing it).
/// </summary>
public sealed record BenchmarkDraft
{
    /// <summary>Empty for a new one: made from the name.</summary>
    public string Slug { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The slug of the task that it measures.</summary>
    public string Task { get; init; } = "";

    /// <summary>Its home, or the paper where it has none.</summary>
    public string Url { get; init; } = "";

    public string? PaperUrl { get; init; }

    public int? Year { get; init; }

    /// <summary>In words.</summary>
    public string? Size { get; init; }

    public string? Split { get; init; }

    public string? Licence { get; init; }

    /// <summary>The slug of the metric that it is usually compared by.</summary>
    public string? Metric { get; init; }

    /// <summary>The slug of its page among the resources.</summary>
    public string? Resource { get; init; }

    /// <summary>How far it can be relied on; <c>null</c> where nothing is known about that.</summary>
    public StateDraft? State { get; init; }

    /// <summary>What its results are scored by, in order.</summary>
    public IReadOnlyList<ColumnDraft> Metrics { get; init; } = [];

    /// <summary>Whether it is no part of the guide any more.</summary>
    public bool Removed { get; init; }
}

/// <param name="Since">A date as <see cref="PartialDate"/> reads it, where known.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Successor">The slug of what took its place.</param>
public sealed record StateDraft(
    Lifecycle Lifecycle, string? Since = null, string Reason = "", string? Source = null, string? Successor = null);

/// <param name="HigherIsBetter"><c>null</c> where neither end is better, or nobody has said.</param>
/// <param name="Metric">The slug of the metric that it is, where the guide explains it.</param>
/// <param name="Number">What it is told by when its name changes; 0 for a new one.</param>
public sealed record ColumnDraft(string Name, bool? HigherIsBetter = null, string? Meaning = null, string? Metric = null, int Number = 0);
