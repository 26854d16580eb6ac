using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>
/// Everything that can be edited about a task, texts as they were typed (see <see cref="DraftJson"/> before changing it).
/// </summary>
public sealed record TaskDraft
{
    /// <summary>Empty for a new one: made from the name.</summary>
    public string Slug { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The shape of the task, such as "Classification" or "Seq2Seq".</summary>
    public string Type { get; init; } = "";

    /// <summary>What goes in and what must come out, in one sentence.</summary>
    public string Objective { get; init; } = "";

    /// <summary>What to look out for in its scores.</summary>
    public string Lookout { get; init; } = "";

    public string ExampleInput { get; init; } = "";

    public string ExampleOutput { get; init; } = "";

    public bool InOriginalGuide { get; init; }

    /// <summary>See <see cref="NlpTask.OriginalBenchmarksUrl"/>.</summary>
    public string? OriginalBenchmarksUrl { get; init; }

    /// <summary>See <see cref="NlpTask.OriginalBenchmarksNote"/>.</summary>
    public string? OriginalBenchmarksNote { get; init; }

    /// <summary>The slugs of its metrics, in order.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>The slugs of the topics that teach it, in alphabetical order.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Whether it is no part of the guide any more.</summary>
    public bool Removed { get; init; }
}
