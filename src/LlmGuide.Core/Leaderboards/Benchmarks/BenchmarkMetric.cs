using LlmGuide.Core.Leaderboards.Metrics;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>A column of a benchmark's leaderboard: a metric as it is computed there.</summary>
public sealed class BenchmarkMetric
{
    public const int LongestName = 200;

    private BenchmarkMetric()
    {
    }

    /// <param name="name">As the benchmark's results call it, such as "F1 (surface form)". Unique within the benchmark.</param>
    /// <param name="higherIsBetter"><c>null</c> where neither end is better, or nobody has said.</param>
    /// <param name="position">Counted from 1; the first is what the benchmark is compared by.</param>
    public BenchmarkMetric(string name, bool? higherIsBetter, int position)
    {
        Name = name;
        HigherIsBetter = higherIsBetter;
        Position = position;
    }

    public int Id { get; private set; }

    public int BenchmarkId { get; private set; }

    public string Name { get; private set; } = "";

    public bool? HigherIsBetter { get; private set; }

    /// <summary>What is special about it here: "accuracy on the high-school part".</summary>
    public string? Meaning { get; private set; }

    /// <summary>The metric that it is, where the guide explains it.</summary>
    public int? MetricId { get; private set; }

    public Metric? Metric { get; private set; }

    public int Position { get; private set; }

    /// <summary>Sets what it is called and which end of it is better.</summary>
    public void Rename(string name, bool? higherIsBetter)
    {
        Name = name;
        HigherIsBetter = higherIsBetter;
    }

    /// <summary>Gives it its place among the columns, counted from 1.</summary>
    public void MoveTo(int position) => Position = position;

    public void Explain(string? meaning, Metric? metric)
    {
        Meaning = meaning;
        Metric = metric;
    }
}
