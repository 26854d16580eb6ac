namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>What is to be said of an answer.</summary>
/// <param name="Why">
/// Which trap it fell into, or why the option that was chosen is right or wrong; <c>null</c> where nothing is known.
/// </param>
public sealed record CheckResult(Verdict Verdict, Prose? Why = null);

public enum Verdict
{
    Right,

    /// <summary>Off by little: a number that was rounded badly, two neighbours the wrong way round, half of the rubric.</summary>
    Nearly,

    Wrong,
}
