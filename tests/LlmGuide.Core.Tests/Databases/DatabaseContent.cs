namespace LlmGuide.Core.Tests.Databases;

/// <summary>What a database of the tests begins with.</summary>
public enum DatabaseContent
{
    /// <summary>The tables.</summary>
    Schema,

    /// <summary>The seed of this checkout too.</summary>
    Seed,
}
