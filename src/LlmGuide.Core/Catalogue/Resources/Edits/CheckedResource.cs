namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>A draft that holds to the rules, with its texts rendered.</summary>
/// <param name="Draft">Every line trimmed and composed.</param>
/// <param name="Whys">The reasons of its placements, in their order.</param>
public sealed record CheckedResource(ResourceDraft Draft, Prose Summary, IReadOnlyList<Prose> Whys);
