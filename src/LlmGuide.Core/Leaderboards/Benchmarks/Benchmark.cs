using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>A data set that answers to a task are scored on.</summary>
public sealed class Benchmark : IRevised
{
    private readonly List<BenchmarkMetric> _metrics = [];

    private Benchmark()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="url">Its home, or the paper where it has none.</param>
    /// <param name="size">How large it is, in words; <c>null</c> where no source was at hand.</param>
    /// <param name="metric">The metric that it is usually compared by; <c>null</c> where the guide does not explain it.</param>
    /// <param name="position">Counted from 1 within its task.</param>
    public Benchmark(string slug, string name, string url, string? paperUrl, int? year, string? size, Metric? metric, int position)
    {
        Slug = slug;
        Name = name;
        Url = url;
        PaperUrl = paperUrl;
        Year = year;
        Size = size;
        Metric = metric;
        Position = position;
    }

    public int Id { get; private set; }

    public int TaskId { get; private set; }

    /// <summary>What it measures.</summary>
    public NlpTask Task { get; private set; } = null!;

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string? PaperUrl { get; private set; }

    public int? Year { get; private set; }

    public string? Size { get; private set; }

    public int? MetricId { get; private set; }

    public Metric? Metric { get; private set; }

    /// <summary>The part of the data that is measured on, where the benchmark has one usual part.</summary>
    public string? Split { get; private set; }

    /// <summary>The licence of the data, where known.</summary>
    public string? Licence { get; private set; }

    /// <summary>What its results are scored by, in order; the first is what it is compared by.</summary>
    public IReadOnlyList<BenchmarkMetric> Metrics => _metrics;

    /// <summary>How far it can still be relied on; <c>null</c> when nothing is known about that.</summary>
    public BenchmarkState? State { get; private set; }

    /// <summary>Its entry in the catalogue of resources, if it has one.</summary>
    public int? ResourceId { get; private set; }

    public Resource? Resource { get; private set; }

    public int Position { get; private set; }

    public void DescribedBy(Resource? resource) => Resource = resource;

    /// <summary>Sets what it is called.</summary>
    public void Rename(string slug, string name)
    {
        Slug = slug;
        Name = name;
    }

    /// <summary>Puts it into a task's list.</summary>
    /// <param name="position">Counted from 1 within the task.</param>
    public void Measure(NlpTask task, int position)
    {
        Task = task;
        Position = position;
    }

    /// <summary>Sets the facts about it.</summary>
    public void Describe(string url, string? paperUrl, int? year, string? size, Metric? metric)
    {
        Url = url;
        PaperUrl = paperUrl;
        Year = year;
        Size = size;
        Metric = metric;
    }

    /// <summary>Says more about the data.</summary>
    public void Detail(string? split, string? licence)
    {
        Split = split;
        Licence = licence;
    }

    /// <summary>Adds a column to its leaderboard, at the end.</summary>
    public BenchmarkMetric ScoreBy(string name, bool? higherIsBetter)
    {
        var metric = new BenchmarkMetric(name, higherIsBetter, _metrics.Count + 1);
        _metrics.Add(metric);
        return metric;
    }

    /// <summary>Adds a column for a metric that the guide explains, under its name there.</summary>
    public BenchmarkMetric ScoreBy(Metric metric)
    {
        var column = ScoreBy(metric.Name, metric.HigherIsBetter);
        column.Explain(null, metric);
        return column;
    }

    /// <summary>Takes a column away; results must have no score in it.</summary>
    public void Unscore(BenchmarkMetric metric) => _metrics.Remove(metric);

    public void ChangeState(BenchmarkState? state) => State = state;

    /// <summary>Says how far it can be relied on; what was said before is written over.</summary>
    public BenchmarkState ChangeState(Lifecycle lifecycle, string? since, string reason, string? source)
    {
        State ??= new BenchmarkState(lifecycle, since, reason, source);
        State.Change(lifecycle, since, reason, source);
        return State;
    }

    /// <summary>
    /// Since when it is no part of the guide; <c>null</c> for one that is. Queries do not see those that are not (docs/decisions/0016).
    /// </summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Takes it out of the guide. Everything about it stays.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Benchmark, Slug, Name);

    void IRevised.CountRevision() => Version++;
}
