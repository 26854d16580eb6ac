using LlmGuide.Core.Catalogue.Topics.Checks;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>A draft that holds to the rules, with its texts rendered.</summary>
/// <param name="Draft">Every line trimmed and composed.</param>
/// <param name="Concepts">Its concepts, in their order.</param>
/// <param name="Checks">Its questions, in their order.</param>
public sealed record CheckedTopic(TopicDraft Draft, Prose Introduction, IReadOnlyList<Concept> Concepts, IReadOnlyList<SelfCheck> Checks);
