using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Text;

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

    private readonly Dictionary<string, NlpTask> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Task, string Dataset), Benchmark> _benchmarks = [];
    private readonly Dictionary<string, ResultSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<Benchmark, KnownResults> _results = [];
    private readonly Dictionary<NlpTask, int> _lastPositions = [];
    private readonly List<NlpTask> _newTasks = [];
    private readonly HashSet<Benchmark> _newBenchmarks = [];
    private readonly List<ImportedResult> _newResults = [];
    private readonly List<ImportEntry> _entries = [];
    private Dictionary<string, Metric>? _metrics;

    /// <summary>What became of each row, in order.</summary>
    public IReadOnlyList<ImportEntry> Entries => _entries;

    /// <summary>The names of tasks that are new, as <see cref="MetricNames.Bare"/> writes them.</summary>
    public IEnumerable<string> NewTasks => _newTasks.Select(task => MetricNames.Bare(task.Name));

    /// <summary>The names of benchmarks that are new, each with its task's.</summary>
    public IEnumerable<(string Task, string Dataset)> NewBenchmarks =>
        _benchmarks.Where(b => _newBenchmarks.Contains(b.Value)).Select(b => b.Key);

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
                    "It has no source: neither a paper, nor does its task name one. Give one with --source."));
            }
            else
            {
                benchmark ??= await BenchmarkAsync(header, board, cancellationToken);
                var (outcome, remark) = await RowAsync(benchmark, board, row, source, place, cancellationToken);
                _entries.Add(Entry(row, header, board, outcome, row.Remarks.Count + (remark is null ? 0 : 1) > 0 ? string.Join(
                    ' ', [.. row.Remarks, .. remark is null ? (string[])[] : [remark]]) : null));
            }
        }
    }

    /// <summary>Writes what was added, into the transaction.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await new ResultInserts(db).RunAsync(_newResults, cancellationToken);
    }

    /// <summary>After the commit.</summary>
    public void Learn()
    {
        _newTasks.ForEach(known.Learn);
        foreach (var benchmark in _newBenchmarks)
        {
            known.Learn(benchmark);
        }

        foreach (var source in _sources.Values)
        {
            known.Learn(source);
        }
    }

    private static string? Unfit(SotaHeader header, SotaBoard board) =>
        header.Name is null or "" ? "The file ends before it names the task."
        : Slug.Of(header.Name).Length == 0 ? "The task has no name that an address could be made of."
        : Slug.Of(board.Dataset).Length == 0 ? "The data set has no name that an address could be made of."
        : board.Part.Length > BenchmarkResult.LongestSetting ? "The name of the part is too long."
        : null;

    private (ImportSource Source, string Place)? SourceOf(ReadRow row, SotaHeader header) =>
        choice.Source is { } given ? (given, row.PaperUrl ?? given.Url)
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

        var result = new ImportedResult(benchmark, board.Part, row, await SourceAsync(source, cancellationToken), place);
        foreach (var score in row.Scores)
        {
            result.Score(await ColumnAsync(benchmark, score.Metric, cancellationToken), score.Value, score.Text);
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
            result.Score(await ColumnAsync(benchmark, score.Metric, cancellationToken), score.Value, score.Text);
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

    private async Task<Benchmark> BenchmarkAsync(SotaHeader header, SotaBoard board, CancellationToken cancellationToken)
    {
        var key = (MetricNames.Bare(header.Name!), MetricNames.Bare(board.Dataset));
        if (_benchmarks.TryGetValue(key, out var benchmark))
        {
            return benchmark;
        }

        var task = await TaskAsync(header, cancellationToken);
        if (known.Task(header.Name!) is { } taskId && known.Benchmark(taskId, board.Dataset) is { } id)
        {
            benchmark = await db.Benchmarks.Include(b => b.Metrics).SingleAsync(b => b.Id == id, cancellationToken);
        }
        else
        {
            var url = WebAddress.IsWhole(board.Url) ? board.Url : WebAddress.IsWhole(header.SourceUrl) ? header.SourceUrl : "";
            benchmark = new Benchmark(
                known.NewBenchmarkSlug(board.Dataset, header.Name!), Shortened(board.Dataset),
                url, null, null, null, null, await NextPositionAsync(task, cancellationToken));
            task.Add(benchmark);
            _newBenchmarks.Add(benchmark);
        }

        return _benchmarks[key] = benchmark;
    }

    private async Task<int> NextPositionAsync(NlpTask task, CancellationToken cancellationToken)
    {
        if (!_lastPositions.TryGetValue(task, out var last))
        {
            last = task.Id == 0 ? 0 : await db.Benchmarks.IgnoreQueryFilters([CatalogueTables.Listed])
                .Where(b => b.TaskId == task.Id).MaxAsync(b => (int?)b.Position, cancellationToken) ?? 0;
        }

        return _lastPositions[task] = last + 1;
    }

    private async Task<NlpTask> TaskAsync(SotaHeader header, CancellationToken cancellationToken)
    {
        var key = MetricNames.Bare(header.Name!);
        if (_tasks.TryGetValue(key, out var task))
        {
            return task;
        }

        if (known.Task(header.Name!) is { } id)
        {
            task = await db.NlpTasks.SingleAsync(t => t.Id == id, cancellationToken);
        }
        else
        {
            var last = await db.NlpTasks.IgnoreQueryFilters([CatalogueTables.Listed]).MaxAsync(t => (int?)t.Position, cancellationToken)
                ?? 0;
            task = new NlpTask(
                known.NewTaskSlug(header.Name!), Shortened(header.Name!),
                header.Category is { Length: > 0 } category ? Shortened(category) : "Other", last + _newTasks.Count + 1);
            task.Describe(FirstParagraph(header.Description), "", "", "", inOriginalGuide: false);
            db.NlpTasks.Add(task);
            _newTasks.Add(task);
        }

        return _tasks[key] = task;
    }

    private async Task<ResultSource> SourceAsync(ImportSource wanted, CancellationToken cancellationToken)
    {
        if (!_sources.TryGetValue(wanted.Name, out var source))
        {
            if (known.Source(wanted.Name) is { } id)
            {
                source = await db.ResultSources.SingleAsync(s => s.Id == id, cancellationToken);
            }
            else
            {
                source = new ResultSource(wanted.Name, wanted.Url, wanted.Licence, wanted.Attribution);
                db.ResultSources.Add(source);
            }

            _sources[wanted.Name] = source;
        }

        return source;
    }

    private async Task<BenchmarkMetric> ColumnAsync(Benchmark benchmark, string name, CancellationToken cancellationToken)
    {
        if (benchmark.Metrics.FirstOrDefault(m => m.Name == name) is { } column)
        {
            return column;
        }

        var bare = MetricNames.Bare(name);
        var explained = (await MetricsAsync(cancellationToken)).GetValueOrDefault(bare);
        column = benchmark.ScoreBy(name, explained?.HigherIsBetter ?? MetricNames.Direction(name));
        column.Explain(null, explained);
        return column;
    }

    private async Task<Dictionary<string, Metric>> MetricsAsync(CancellationToken cancellationToken) =>
        _metrics ??= (await db.Metrics.OrderBy(m => m.Id).ToListAsync(cancellationToken))
            .SelectMany(m => new[] { m.Name, m.Slug }.Select(name => (Name: MetricNames.Bare(name), Metric: m)))
            .DistinctBy(m => m.Name, StringComparer.Ordinal).ToDictionary(m => m.Name, m => m.Metric, StringComparer.Ordinal);

    private static ImportEntry Entry(ReadRow row, SotaHeader header, SotaBoard board, ImportOutcome outcome, string? reason) =>
        new(
            row.Row.Line, outcome, header.Name,
            board.Part.Length > 0 ? $"{board.Dataset}, {board.Part}" : board.Dataset, row.Row.Model, reason);

    private static string FirstParagraph(string description) =>
        Shortened(PlainText.Of(description.Split("\n\n")[0]).ReplaceLineEndings(" ").Trim(), 1000);

    private static string Shortened(string text, int length = 200) => text.Length > length ? text[..(length - 1)].TrimEnd() + "…" : text;
}
