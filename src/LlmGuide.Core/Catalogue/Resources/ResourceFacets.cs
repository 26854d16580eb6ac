namespace LlmGuide.Core.Catalogue.Resources;

// The values are stored as these names in lower case, and written so in addresses and JSON: renaming one is a migration.
public enum ResourceKind
{
    Paper,
    Article,
    Video,
    Course,
    Book,
    Documentation,
    Code,
    Dataset,
    Tool,
}

public enum ResourceLevel
{
    Introductory,
    Intermediate,
    Advanced,
}

public enum ResourceAccess
{
    /// <summary>Anyone can read it.</summary>
    Open,

    /// <summary>Free with an account.</summary>
    Registration,

    Paid,
}

/// <summary>What the last look at the link said.</summary>
public enum LinkStatus
{
    Unchecked,
    Ok,
    Moved,

    /// <summary>It failed, but not often enough to be called dead.</summary>
    Suspect,

    /// <summary>The server answers programs with a refusal; people may well get through.</summary>
    Blocked,
    Dead,
}
