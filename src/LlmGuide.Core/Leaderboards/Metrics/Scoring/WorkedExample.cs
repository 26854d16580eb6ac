namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>A metric computed by hand, so to speak: what goes in, each step, and what comes out.</summary>
/// <param name="Anchor">Where it stands on the page of metrics.</param>
/// <param name="Title">What it is an example of.</param>
/// <param name="Metrics">The slugs of the metrics that it explains.</param>
/// <param name="Given">What goes in, each with what it is.</param>
/// <param name="Steps">What is computed on the way, each with its value.</param>
/// <param name="Lesson">What to learn from it, in a sentence.</param>
public sealed record WorkedExample(
    string Anchor, string Title, IReadOnlyList<string> Metrics,
    IReadOnlyList<WorkedLine> Given, IReadOnlyList<WorkedLine> Steps, string Lesson);

public sealed record WorkedLine(string What, string Value);
