namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>One of the statements of a choice.</summary>
/// <param name="Right">One is.</param>
/// <param name="Reason">Why it is, or why not; shown to who chose it.</param>
public sealed record CheckOption(Prose Text, bool Right, Prose Reason);
