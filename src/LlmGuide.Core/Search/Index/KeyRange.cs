namespace LlmGuide.Core.Search.Index;

/// <summary>The keys of some kinds of entries.</summary>
/// <param name="Least">The first that there can be.</param>
/// <param name="Most">The last.</param>
public sealed record KeyRange(long Least, long Most)
{
    public static KeyRange All { get; } = new(0, long.MaxValue);

    /// <summary>Of resources: there may be a hundred times as many as of all the rest.</summary>
    public static KeyRange Resources { get; } = new(SearchSource.KeyOf(SearchType.Resource, 0), long.MaxValue);

    /// <summary>Of all other kinds.</summary>
    public static KeyRange Others { get; } = new(0, Resources.Least - 1);
}
