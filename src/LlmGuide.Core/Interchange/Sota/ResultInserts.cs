using System.Data;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Throughput;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// Writes many results with their scores past the change tracker. Tracked, half a million results were a million and a half commands
/// of one row each.
/// </summary>
internal sealed class ResultInserts(GuideDb db)
{
    internal static readonly RowColumns Results = RowColumns.Of(
        "Results",
        ("BenchmarkId", DbType.Int32), ("Model", DbType.String), ("Setting", DbType.String),
        ("Track", DbType.String), ("Year", DbType.Int32), ("Month", DbType.Int32), ("Day", DbType.Int32),
        ("PaperTitle", DbType.String), ("PaperUrl", DbType.String), ("CodeUrl", DbType.String),
        ("BenchmarkVersion", DbType.String), ("MeasuredByKind", DbType.String), ("MeasuredByName", DbType.String),
        ("Reference", DbType.String), ("Note", DbType.String),
        ("SourceId", DbType.Int32), ("SourceUrl", DbType.String), ("Version", DbType.Int32));

    internal static readonly RowColumns Scores = RowColumns.Of(
        "Scores", ("ResultId", DbType.Int32), ("MetricId", DbType.Int32), ("Value", DbType.Double), ("Text", DbType.String));

    public async Task RunAsync(IReadOnlyList<ImportedResult> results, CancellationToken cancellationToken)
    {
        var ids = await db.InsertAsync(Results, [.. results.Select(Row)], cancellationToken);
        await db.InsertAsync(Scores, [.. results.Zip(ids, (result, id) => result.Scores.Select(
            score => (object?[])[id, score.Metric.Id, score.Value, score.Text])).SelectMany(rows => rows)], cancellationToken);
    }

    private static object?[] Row(ImportedResult r) =>
    [
        r.Benchmark!.Id, r.Model, r.Setting, r.Track, r.Date?.Year, r.Date?.Month,
        r.Date?.Day, r.PaperTitle, r.PaperUrl, r.CodeUrl,
        r.BenchmarkVersion, r.MeasuredBy?.Kind.ToString(), r.MeasuredBy?.Name ?? "", r.Reference?.ToString(), r.Note,
        r.Source!.Id, r.Place, 0,
    ];
}
