namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>
/// What to show of the list of resources, and in which order. Of the values of one list any will do, of the lists all are asked; an empty
/// one asks for nothing.
/// </summary>
public sealed record ResourceFilter
{
    /// <summary>The slugs of topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<ResourceKind> Kinds { get; init; } = [];

    public IReadOnlyList<ResourceLevel> Levels { get; init; } = [];

    public IReadOnlyList<int> Years { get; init; } = [];

    public IReadOnlyList<LinkStatus> Statuses { get; init; } = [];

    /// <summary>See <see cref="ResourceScopes"/>; <c>null</c> for none.</summary>
    public string? Text { get; init; }

    public ResourceSort Sort { get; init; }

    /// <summary>Whether it leaves nothing out.</summary>
    public bool IsEmpty => Topics.Count + Kinds.Count + Levels.Count + Years.Count + Statuses.Count == 0 && Text is null;
}

public enum ResourceSort
{
    /// <summary>In the order of the path.</summary>
    Path,
    Title,
    Newest,
    Oldest,
    Added,
    Shortest,
}
