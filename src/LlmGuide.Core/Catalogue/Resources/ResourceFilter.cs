namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>What to show of the list of resources, and in which order. Each <c>null</c> stands for "all".</summary>
public sealed record ResourceFilter(
    string? Topic = null,
    ResourceKind? Kind = null,
    ResourceLevel? Level = null,
    int? Year = null,
    LinkStatus? Status = null,
    string? Text = null,
    ResourceSort Sort = ResourceSort.Path);

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
