using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Benchmarks;

/// <summary>A data set that answers to a task are scored on.</summary>
public sealed class Benchmark : IRevised
{
    private Benchmark()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="name">As papers write it.</param>
    /// <param name="url">Its home, or the paper where it has none.</param>
    /// <param name="paperUrl">The paper that introduced it, if there is one.</param>
    /// <param name="year">The year it appeared.</param>
    /// <param name="size">How large it is, in words; <c>null</c> where no source was at hand.</param>
    /// <param name="metric">The metric that it is usually compared by.</param>
    /// <param name="position">Counted from 1 within its task.</param>
    public Benchmark(string slug, string name, string url, string? paperUrl, int? year, string? size, Metric metric, int position)
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

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string? PaperUrl { get; private set; }

    public int? Year { get; private set; }

    public string? Size { get; private set; }

    public int MetricId { get; private set; }

    public Metric Metric { get; private set; } = null!;

    /// <summary>Its entry in the catalogue of resources, if it has one.</summary>
    public int? ResourceId { get; private set; }

    public Resource? Resource { get; private set; }

    public int Position { get; private set; }

    public void DescribedBy(Resource resource) => Resource = resource;

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Benchmark, Slug, Name);

    void IRevised.CountRevision() => Version++;
}
