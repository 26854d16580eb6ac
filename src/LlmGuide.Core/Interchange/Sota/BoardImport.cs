using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// Brings some tables into one transaction; what it made is learned once it has been written. Tasks, benchmarks and columns are few,
/// and tracked; results are many, and written by <see cref="ResultInserts"/>.
/// </summary>
internal sealed class BoardImport(GuideDb db, KnownBoards known, ImportChoice choice, IReadOnlyList<SotaHeader> headers)
{
    /// <summary>What the papers are called as a source, for tables that name none.</summary>
    private static readonly ImportSource Papers = new("The papers themselves", "", null, "");

    private readonly ImportTargets _targets = new(db, known);
    private readonly Dictionary<Benchmark, KnownResults> _results = [];
    private readonly List<ImportedResult> _newResults = [];
    private readonly List<ImportEntry> _entries = [];

    /// <summary>What became of each row, in order.</summary>
    public IReadOnlyList<ImportEntry> Entries => _entries;

    /// <summary>What is new of tasks and benchmarks.</summary>
    public ImportTargets Targets => _targets;

    public async Task AddAsync(SotaBoard board, CancellationToken cancellationToken)
    {
        var header = headers[board.Task];
        var rows = ReadRow.Of(board);
        if (Unfit(header, board) is { } reason)
        {
            _entries.AddRange(rows.Select(row => Entry(row, header, board, ImportOutcome.Refused, reason)));
            return;
        }

        if (known.TakenOut(header.Name!, board.Dataset) is { } why)
        {
            _entries.AddRange(rows.Select(row => Entry(
                row, header, board, row.Refusal is null ? ImportOutcome.Unchanged : ImportOutcome.Refused, row.Refusal ?? why)));
            return;
        }

        Benchmark? benchmark = null;
        foreach (var row in rows)
        {
            if (row.Refusal is { } refusal)
            {
                _entries.Add(Entry(row, header, board, ImportOutcome.Refused, refusal));
            }
            else if (SourceOf(row, header) is not var (source, place))
            {
                _entries.Add(Entry(
                    row, header, board, ImportOutcome.Refused,
                    "It has no source: neither a paper, nor does its task name one. Say where the numbers are from."));
            }
            else
            {
                benchmark ??= await _targets.BenchmarkAsync(header, board, cancellationToken);
                var (outcome, remark) = await RowAsync(benchmark, board, row, source, place, cancellationToken);
                _entries.Add(Entry(row, header, board, outcome, row.Remarks.Count + (remark is null ? 0 : 1) > 0 ? string.Join(
                    ' ', [.. row.Remarks, .. remark is null ? (string[])[] : [remark]]) : null));
            }
        }
    }

    /// <summary>Writes what was added, into the transaction.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await ModelNames.EnsureAsync(
            db, [.. _newResults.Where(r => r.Reference is null).Select(r => r.Model).Distinct(StringComparer.Ordinal)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await new ResultInserts(db).RunAsync(_newResults, cancellationToken);
    }

    private static string? Unfit(SotaHeader header, SotaBoard board) =>
        header.Name is null or "" ? "The file ends before it names the task."
        : Slug.Of(header.Name).Length == 0 ? "The task has no name that an address could be made of."
        : Slug.Of(board.Dataset).Length == 0 ? "The data set has no name that an address could be made of."
        : board.Part.Length > BenchmarkResult.LongestSetting ? "The name of the part is too long."
        : null;

    private (ImportSource Source, string Place)? SourceOf(ReadRow row, SotaHeader header) =>
        row.Source is { } own ? own
        : choice.Source is { } given ? (given, row.PaperUrl ?? given.Url)
        : WebAddress.IsWhole(header.SourceUrl)
            ? (new ImportSource(
                header.SourceTitle.Length is > 0 and <= ResultSource.LongestName ? header.SourceTitle : new Uri(header.SourceUrl).Host,
                header.SourceUrl, null, ""), header.SourceUrl)
        : row.PaperUrl is { } paper ? (Papers, paper)
        : null;

    private async Task<(ImportOutcome Outcome, string? Remark)> RowAsync(
        Benchmark benchmark, SotaBoard board, ReadRow row, ImportSource source, string place, CancellationToken cancellationToken)
    {
        var results = await ResultsAsync(benchmark, cancellationToken);
        if (results.Same(row, board.Part) is { } same)
        {
            return same.IsRemoved ? (ImportOutcome.Unchanged, "A curator removed it from the leaderboard, so it is left out.")
                : (await CompleteAsync(benchmark, same, row, cancellationToken) ? ImportOutcome.Merged : ImportOutcome.Unchanged, null);
        }

        if (results.Corrected(row, board.Part) is { } correction)
        {
            return (ImportOutcome.Corrected, correction.Told);
        }

        var result = new ImportedResult(benchmark, board.Part, row, await _targets.SourceAsync(source, cancellationToken), place);
        foreach (var score in row.Scores)
        {
            result.Score(await _targets.ColumnAsync(benchmark, score.Metric, cancellationToken), score.Value, score.Text);
        }

        _newResults.Add(result);
        results.Add(result);
        return (ImportOutcome.Created, null);
    }

    private async Task<bool> CompleteAsync(Benchmark benchmark, ImportedResult result, ReadRow row, CancellationToken cancellationToken)
    {
        var isNew = result.Complete(row);
        foreach (var score in row.Scores.Where(s => result.Scores.All(k => k.Metric.Name != s.Metric)))
        {
            result.Score(await _targets.ColumnAsync(benchmark, score.Metric, cancellationToken), score.Value, score.Text);
            isNew = true;
        }

        return isNew;
    }

    private async Task<KnownResults> ResultsAsync(Benchmark benchmark, CancellationToken cancellationToken)
    {
        if (!_results.TryGetValue(benchmark, out var results))
        {
            // Not paged: a table is compared with what its board has, which is of its own size. Those that were taken out too:
            // they stay out.
            var stored = benchmark.Id == 0 ? []
                : await db.Results.IgnoreQueryFilters([CatalogueTables.Listed]).Where(r => r.BenchmarkId == benchmark.Id)
                    .Include(r => r.Scores).OrderBy(r => r.Id).ToListAsync(cancellationToken);
            _results[benchmark] = results = new KnownResults(
                stored.Select(result => new ImportedResult(result)), await CorrectedResults.ReadAsync(db, stored, cancellationToken));
        }

        return results;
    }

    private static ImportEntry Entry(ReadRow row, SotaHeader header, SotaBoard board, ImportOutcome outcome, string? reason) =>
        new(
            row.Row.Line, outcome, header.Name,
            board.Part.Length > 0 ? $"{board.Dataset}, {board.Part}" : board.Dataset, row.Row.Model, reason);
}
