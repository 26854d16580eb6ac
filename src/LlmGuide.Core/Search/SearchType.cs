namespace LlmGuide.Core.Search;

/// <summary>What can be found. The number of each is in the keys of the index.</summary>
public enum SearchType
{
    Topic,
    Resource,
    Task,
    Benchmark,
    Metric,
    Model,
    Comment,

    /// <summary>For whoever wrote it alone, and in no index.</summary>
    Note,
}
