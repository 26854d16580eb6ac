using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Metrics;

/// <summary>A way to score an answer.</summary>
public sealed class Metric : IRevised
{
    private Metric()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="higherIsBetter"><c>null</c> where neither end is better.</param>
    public Metric(string slug, string name, bool? higherIsBetter, string definition, string source)
    {
        Slug = slug;
        Name = name;
        HigherIsBetter = higherIsBetter;
        Definition = definition;
        Source = source;
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool? HigherIsBetter { get; private set; }

    public string Definition { get; private set; } = "";

    public string Source { get; private set; } = "";

    /// <summary>The definition as a formula, with a line on its letters; empty where words say it all.</summary>
    public Prose Formula { get; private set; } = Prose.Empty;

    /// <summary>What a value counts: "%", "bits per character"; <c>null</c> for a plain number.</summary>
    public string? Unit { get; private set; }

    /// <summary>The least value there can be, in the unit; <c>null</c> where there is no end.</summary>
    public double? Least { get; private set; }

    /// <summary>The greatest value there can be, in the unit; <c>null</c> where there is no end.</summary>
    public double? Most { get; private set; }

    /// <summary>Sets what it is called and what it computes.</summary>
    public void Define(string name, bool? higherIsBetter, string definition, string source)
    {
        Name = name;
        HigherIsBetter = higherIsBetter;
        Definition = definition;
        Source = source;
    }

    public void Measure(Prose formula, string? unit, double? min, double? max)
    {
        Formula = formula;
        Unit = unit;
        Least = min;
        Most = max;
    }

    /// <summary>
    /// Since when it is no part of the guide; <c>null</c> for one that is. Queries do not see those that are not (docs/decisions/0016).
    /// </summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Takes it out of the guide. Everything about it stays.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Metric, Slug, Name);

    void IRevised.CountRevision() => Version++;
}
