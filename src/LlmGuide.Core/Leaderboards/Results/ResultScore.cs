using LlmGuide.Core.Leaderboards.Benchmarks;

namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>The value of one metric of a result.</summary>
public sealed class ResultScore
{
    private ResultScore()
    {
    }

    internal ResultScore(BenchmarkMetric metric, double value, string? text)
    {
        Metric = metric;
        Value = value;
        Text = text;
    }

    internal void Change(double value, string? text)
    {
        Value = value;
        Text = text;
    }

    public int Id { get; private set; }

    public int ResultId { get; private set; }

    public int MetricId { get; private set; }

    public BenchmarkMetric Metric { get; private set; } = null!;

    public double Value { get; private set; }

    /// <summary>As the source has it, where that says more than the number: "90.0 ± 0.5".</summary>
    public string? Text { get; private set; }
}
