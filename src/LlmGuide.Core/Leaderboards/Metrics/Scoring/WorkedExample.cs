namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>A metric computed by hand, so to speak: what goes in, each step, and what comes out.</summary>
/// <param name="Metrics">The slugs of the metrics that it explains.</param>
/// <param name="Lesson">What to learn from it, in a sentence.</param>
public sealed record WorkedExample(
    string Anchor, string Title, IReadOnlyList<string> Metrics,
    IReadOnlyList<WorkedLine> Given, IReadOnlyList<WorkedLine> Steps, string Lesson);

public sealed record WorkedLine(string What, string Value);
