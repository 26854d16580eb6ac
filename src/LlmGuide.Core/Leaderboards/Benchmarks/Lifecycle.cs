namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>How far a benchmark can still be relied on. Unknown is no state: then nothing is said.</summary>
public enum Lifecycle
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>The best models are so close to the end of the scale that it no longer tells them apart.</summary>
    Saturated,

    /// <summary>Its test data are known to be in what models were trained on.</summary>
    Contaminated,

    /// <summary>Its makers ended it.</summary>
    Retired,

    /// <summary>The site that held it, or its leaderboard, is gone.</summary>
    HostGone,
}

/// <summary>The state of a benchmark, since when, why, and what took its place.</summary>
public sealed class BenchmarkState
{
    private BenchmarkState()
    {
    }

    /// <param name="since">A date as <see cref="Results.PartialDate"/> reads it; <c>null</c> when it is not known.</param>
    /// <param name="reason">Why, in a sentence.</param>
    public BenchmarkState(Lifecycle lifecycle, string? since, string reason, string? source)
    {
        Lifecycle = lifecycle;
        Since = since;
        Reason = reason;
        Source = source;
    }

    public int BenchmarkId { get; private set; }

    public Lifecycle Lifecycle { get; private set; }

    public string? Since { get; private set; }

    public string Reason { get; private set; } = "";

    public string? Source { get; private set; }

    public int? SuccessorId { get; private set; }

    /// <summary>What took its place, if the guide has it.</summary>
    public Benchmark? Successor { get; private set; }

    internal void Change(Lifecycle lifecycle, string? since, string reason, string? source)
    {
        Lifecycle = lifecycle;
        Since = since;
        Reason = reason;
        Source = source;
    }

    public void SucceededBy(Benchmark? successor) => Successor = successor;
}
