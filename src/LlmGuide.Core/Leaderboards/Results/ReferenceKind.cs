namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>What a number that is no model's stands for. It is drawn as a line, and never ranked. Stored by name.</summary>
public enum ReferenceKind
{
    /// <summary>What people reach.</summary>
    Human,

    /// <summary>What guessing reaches.</summary>
    Random,

    /// <summary>A simple method that a model should beat, such as the first three sentences as a summary.</summary>
    Baseline,

    /// <summary>The most that could be reached, by a method that knows the answers.</summary>
    Oracle,
}
