using System.Globalization;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>
/// What one source says that one model reached. Two sources that disagree are two results, side by side; none is averaged or
/// preferred.
/// </summary>
public sealed class BenchmarkResult : IRevised
{
    public const int LongestModel = 300;
    public const int LongestSetting = 200;
    public const int LongestNote = 500;
    public const int LongestVersion = 100;

    private readonly List<ResultScore> _scores = [];

    private BenchmarkResult()
    {
    }

    /// <param name="setting">How: shots, split, subset; empty for the benchmark's usual way.</param>
    /// <param name="track">What it had that others had not, such as extra data; empty for the main track. Tracks are not compared.</param>
    /// <param name="sourceUrl">The very place, such as a line of a file or the table of a paper.</param>
    public BenchmarkResult(Benchmark benchmark, string model, string setting, string track, ResultSource source, string sourceUrl)
    {
        Benchmark = benchmark;
        Model = model;
        Setting = setting;
        Track = track;
        Source = source;
        SourceUrl = sourceUrl;
    }

    /// <summary>One that belongs nowhere yet: <see cref="On"/> and <see cref="TakenFrom"/> say the rest, before it is saved.</summary>
    internal BenchmarkResult(string model) => Model = model;

    public int Id { get; private set; }

    public int BenchmarkId { get; private set; }

    public Benchmark Benchmark { get; private set; } = null!;

    public string Model { get; private set; } = "";

    public string Setting { get; private set; } = "";

    public string Track { get; private set; } = "";

    /// <summary>The version of the benchmark that was measured on; empty where it has but one, or nobody says.</summary>
    public string BenchmarkVersion { get; private set; } = "";

    public MeasurerKind? MeasuredByKind { get; private set; }

    public string MeasuredByName { get; private set; } = "";

    /// <summary>Who measured it; <c>null</c> where that is not known.</summary>
    public Measurer? MeasuredBy => MeasuredByKind is { } kind ? new Measurer(kind, MeasuredByName) : null;

    /// <summary>What it stands for when it is no model's; <c>null</c> for a model.</summary>
    public ReferenceKind? Reference { get; private set; }

    public int? Year { get; private set; }

    public int? Month { get; private set; }

    public int? Day { get; private set; }

    /// <summary>When it was published, as far as is known.</summary>
    public PartialDate? Date => Year is { } year ? new PartialDate(year, Month, Day) : null;

    public string? PaperTitle { get; private set; }

    public string? PaperUrl { get; private set; }

    public string? CodeUrl { get; private set; }

    /// <summary>Facts that have no field of their own: "24M parameters; under review".</summary>
    public string? Note { get; private set; }

    /// <summary>The paper's page in the catalogue, if it has one.</summary>
    public int? ResourceId { get; private set; }

    public Resource? Resource { get; private set; }

    public int SourceId { get; private set; }

    public ResultSource Source { get; private set; } = null!;

    public string SourceUrl { get; private set; } = "";

    public IReadOnlyList<ResultScore> Scores => _scores;

    /// <summary>
    /// Since when it is no part of the leaderboard; <c>null</c> for one that is.
    /// Queries do not see those that are not (docs/decisions/0016).
    /// </summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Result, Id.ToString(CultureInfo.InvariantCulture), $"{Model} on {Benchmark.Name}");

    /// <summary>Says what was measured on.</summary>
    internal void On(Benchmark benchmark) => Benchmark = benchmark;

    /// <summary>Sets what was measured, and how.</summary>
    public void Describe(string model, string setting, string track)
    {
        Model = model;
        Setting = setting;
        Track = track;
    }

    /// <summary>Says who measured it, and on which version of the benchmark.</summary>
    public void Measured(Measurer? by, string benchmarkVersion)
    {
        (MeasuredByKind, MeasuredByName) = (by?.Kind, by?.Name ?? "");
        BenchmarkVersion = benchmarkVersion;
    }

    /// <summary>Says that it is no model's but a line to compare models with; <c>null</c> for a model.</summary>
    public void StandFor(ReferenceKind? reference) => Reference = reference;

    /// <summary>Says who says so, and where.</summary>
    public void TakenFrom(ResultSource source, string sourceUrl)
    {
        Source = source;
        SourceUrl = sourceUrl;
    }

    /// <summary>Sets all values at once; a metric that is not named has none.</summary>
    public void ScoreOnly(IReadOnlyDictionary<BenchmarkMetric, (double Value, string? Text)> values)
    {
        _scores.RemoveAll(own => !values.ContainsKey(own.Metric));
        foreach (var (metric, (value, text)) in values)
        {
            if (_scores.Find(own => own.Metric == metric) is { } known)
            {
                known.Change(value, text);
            }
            else
            {
                Score(metric, value, text);
            }
        }
    }

    /// <summary>Takes it out of the leaderboard. Everything about it stays.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    void IRevised.CountRevision() => Version++;

    public void Score(BenchmarkMetric metric, double value, string? text) => _scores.Add(new ResultScore(metric, value, text));

    public void Published(PartialDate? date, string? paperTitle, string? paperUrl, string? codeUrl)
    {
        (Year, Month, Day) = (date?.Year, date?.Month, date?.Day);
        PaperTitle = paperTitle;
        PaperUrl = paperUrl;
        CodeUrl = codeUrl;
    }

    /// <summary>Takes over what was not known before; what is known stays.</summary>
    /// <returns>Whether anything was new.</returns>
    public bool Complete(PartialDate? date, string? paperTitle, string? paperUrl, string? codeUrl)
    {
        var isNew = (Year is null && date is not null) || (PaperTitle is null && paperTitle is not null)
            || (PaperUrl is null && paperUrl is not null) || (CodeUrl is null && codeUrl is not null);
        Published(Date ?? date, PaperTitle ?? paperTitle, PaperUrl ?? paperUrl, CodeUrl ?? codeUrl);
        return isNew;
    }

    public void Remark(string? note) => Note = note;

    public void DescribedBy(Resource? resource) => Resource = resource;
}
