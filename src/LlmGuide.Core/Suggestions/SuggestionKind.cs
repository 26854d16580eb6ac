namespace LlmGuide.Core.Suggestions;

/// <summary>What a member can propose. Stored by name: adding one changes no table.</summary>
public enum SuggestionKind
{
    /// <summary>A work that the guide does not have.</summary>
    Resource,

    /// <summary>Another text for one field of a resource or topic.</summary>
    Correction,

    /// <summary>The link of a resource leads nowhere.</summary>
    DeadLink,

    /// <summary>A better address for a resource.</summary>
    BetterLink,

    /// <summary>A topic that is to be known before another.</summary>
    Prerequisite,

    /// <summary>A wrong number among the results of a benchmark, in words.</summary>
    Result,

    /// <summary>What the guide's own content (the seed) says otherwise than here, as a whole draft. Only the guide proposes it.</summary>
    Update,
}

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState
{
    Pending,
    Approved,
    Rejected,

    /// <summary>By who made it.</summary>
    Withdrawn,
}
