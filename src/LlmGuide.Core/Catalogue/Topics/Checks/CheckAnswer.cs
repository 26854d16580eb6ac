namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>What a reader answered, as it was sent.</summary>
/// <param name="Text">Of a number what was typed, of a choice the number of the option, from 0.</param>
/// <param name="Places">Of an order: the place, from 1, of each thing as it is shown.</param>
/// <param name="Ticks">Of an open check: the numbers of the rubric's lines that were ticked, from 0.</param>
public sealed record CheckAnswer(string Text, IReadOnlyList<string> Places, IReadOnlyList<string> Ticks)
{
    /// <summary>More of places or ticks is in no check.</summary>
    public const int MostParts = CheckRules.MostParts;
}
