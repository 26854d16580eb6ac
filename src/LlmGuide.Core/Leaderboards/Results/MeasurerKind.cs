namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>What whoever measured a result has to do with the model. Stored by name.</summary>
public enum MeasurerKind
{
    /// <summary>The authors of the paper that presents the model.</summary>
    Authors,

    /// <summary>The company that makes the model.</summary>
    Vendor,

    /// <summary>Those who made the benchmark or keep its leaderboard.</summary>
    Owner,

    /// <summary>Neither.</summary>
    ThirdParty,
}
