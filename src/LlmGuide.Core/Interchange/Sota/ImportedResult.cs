using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>A result of a board that rows are compared with: one that is stored, or one that waits to be.</summary>
internal sealed class ImportedResult
{
    private readonly BenchmarkResult? _stored;
    private readonly List<ImportedScore> _scores = [];

    /// <summary>One that is stored.</summary>
    public ImportedResult(BenchmarkResult stored)
    {
        _stored = stored;
        (Model, Setting, Track, Date) = (stored.Model, stored.Setting, stored.Track, stored.Date);
        (PaperTitle, PaperUrl, CodeUrl) = (stored.PaperTitle, stored.PaperUrl, stored.CodeUrl);
        (BenchmarkVersion, MeasuredBy, Reference, Note) = (stored.BenchmarkVersion, stored.MeasuredBy, stored.Reference, stored.Note);
        _scores.AddRange(stored.Scores.Select(s => new ImportedScore(s.Metric, s.Value, s.Text)));
    }

    /// <summary>One that waits.</summary>
    public ImportedResult(Benchmark benchmark, string setting, ReadRow row, ResultSource source, string place)
    {
        (Benchmark, Source, Place) = (benchmark, source, place);
        (Model, Setting, Track, Date) = (row.Row.Model, setting, row.Track, row.Date);
        (PaperTitle, PaperUrl, CodeUrl) = (row.PaperTitle, row.PaperUrl, row.CodeUrl);
        (BenchmarkVersion, MeasuredBy, Reference, Note) = (row.Version ?? "", row.MeasuredBy, row.Reference, row.Note);
    }

    public Benchmark? Benchmark { get; }

    public ResultSource? Source { get; }

    public string Place { get; } = "";

    public string Model { get; }

    public string Setting { get; }

    public string Track { get; }

    public string BenchmarkVersion { get; }

    public Measurer? MeasuredBy { get; }

    public ReferenceKind? Reference { get; }

    public string? Note { get; }

    public PartialDate? Date { get; private set; }

    public string? PaperTitle { get; private set; }

    public string? PaperUrl { get; private set; }

    public string? CodeUrl { get; private set; }

    public IReadOnlyList<ImportedScore> Scores => _scores;

    /// <summary>Whether a curator took it out of the leaderboard: it stays out, and gets nothing.</summary>
    public bool IsRemoved => _stored?.RemovedAt is not null;

    /// <summary>Takes over what was not known before; what is known stays.</summary>
    /// <returns>Whether anything was new.</returns>
    public bool Complete(ReadRow row)
    {
        var isNew = (Date is null && row.Date is not null) || (PaperTitle is null && row.PaperTitle is not null)
            || (PaperUrl is null && row.PaperUrl is not null) || (CodeUrl is null && row.CodeUrl is not null);
        (Date, PaperTitle, PaperUrl, CodeUrl) = (
            Date ?? row.Date, PaperTitle ?? row.PaperTitle, PaperUrl ?? row.PaperUrl, CodeUrl ?? row.CodeUrl);
        _stored?.Complete(Date, PaperTitle, PaperUrl, CodeUrl);
        return isNew;
    }

    public void Score(BenchmarkMetric metric, double value, string? text)
    {
        _scores.Add(new ImportedScore(metric, value, text));
        _stored?.Score(metric, value, text);
    }
}

/// <param name="Metric">The column; without a number until it is saved.</param>
/// <param name="Value">In the scale of its column.</param>
internal sealed record ImportedScore(BenchmarkMetric Metric, double Value, string? Text);
