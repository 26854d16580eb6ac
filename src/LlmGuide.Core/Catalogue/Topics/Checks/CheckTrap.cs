namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>A wrong number that tells how it came about.</summary>
/// <param name="Value">In the unit of the check.</param>
/// <param name="Reason">What the reader must have thought.</param>
public sealed record CheckTrap(double Value, Prose Reason);
