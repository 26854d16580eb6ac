namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>How many works each value of a filter would show, with the other filters as they are.</summary>
public sealed class FacetCounts
{
    /// <param name="groups">Of the works that the filter's text and topics leave.</param>
    internal FacetCounts(IReadOnlyCollection<FacetGroup> groups, ResourceFilter filter)
    {
        Total = groups.Where(group => group.IsIn(filter)).Sum(group => group.Count);
        Kinds = Of(groups, filter with { Kinds = [] }, group => group.Kind);
        Levels = Of(groups, filter with { Levels = [] }, group => group.Level);
        Statuses = Of(groups, filter with { Statuses = [] }, group => group.Status);
        Years = Of(groups.Where(group => group.Year is not null), filter with { Years = [] }, group => group.Year!.Value);
    }

    public static FacetCounts None { get; } = new([], new ResourceFilter());

    /// <summary>How many all filters together leave.</summary>
    public int Total { get; }

    public IReadOnlyDictionary<ResourceKind, int> Kinds { get; }

    public IReadOnlyDictionary<ResourceLevel, int> Levels { get; }

    public IReadOnlyDictionary<int, int> Years { get; }

    public IReadOnlyDictionary<LinkStatus, int> Statuses { get; }

    private static Dictionary<T, int> Of<T>(IEnumerable<FacetGroup> groups, ResourceFilter others, Func<FacetGroup, T> value)
        where T : notnull =>
        groups.Where(group => group.IsIn(others)).GroupBy(value)
            .ToDictionary(same => same.Key, same => same.Sum(group => group.Count));
}

/// <summary>The works that have all of these in common; there are a few hundred such groups at most, however many works.</summary>
internal sealed record FacetGroup(ResourceKind Kind, ResourceLevel Level, int? Year, LinkStatus Status, int Count)
{
    public bool IsIn(ResourceFilter filter) =>
        IsIn(filter.Kinds, Kind) && IsIn(filter.Levels, Level) && IsIn(filter.Statuses, Status)
        && (filter.Years.Count == 0 || (Year is { } year && filter.Years.Contains(year)));

    private static bool IsIn<T>(IReadOnlyList<T> wanted, T value) => wanted.Count == 0 || wanted.Contains(value);
}
