namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>How a check is answered. The first is what a check without a kind is.</summary>
public enum CheckKind
{
    /// <summary>In the reader's own words; they compare them with the answer and tick what they had.</summary>
    Open,

    /// <summary>By a number with a unit.</summary>
    Number,

    /// <summary>By one of several statements, each of which says why it is right or wrong.</summary>
    Choice,

    /// <summary>By putting things into their order.</summary>
    Order,
}
