using LlmGuide.Core.Benchmarks;
using LlmGuide.Core.Benchmarks.Results;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>Brings some tables into one context; what it made is learned once it has been written.</summary>
internal sealed class BoardImport(GuideDb db, KnownBoards known, ImportChoice choice, IReadOnlyList<SotaHeader> headers)
{
    /// <summary>What the papers are called as a source, for tables that name none.</summary>
    private static readonly ImportSource Papers = new("The papers themselves", "", null, "");

    private readonly Dictionary<string, NlpTask> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Task, string Dataset), Benchmark> _benchmarks = [];
    private readonly Dictionary<string, ResultSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<Benchmark, KnownResults> _results = [];
    private readonly List<NlpTask> _newTasks = [];
    private readonly List<Benchmark> _newBenchmarks = [];
    private readonly List<ImportEntry> _entries = [];
    private Dictionary<string, Metric>? _metrics;

    /// <summary>What became of each row, in order.</summary>
    public IReadOnlyList<ImportEntry> Entries => _entries;

    public int NewTasks => _newTasks.Count;

    public int NewBenchmarks => _newBenchmarks.Count;

    public async Task AddAsync(SotaBoard board, CancellationToken cancellationToken)
    {
        var header = headers[board.Task];
        var rows = ReadRow.Of(board);
        if (Unfit(header, board) is { } reason)
        {
            _entries.AddRange(rows.Select(row => Entry(row, header, board, ImportOutcome.Refused, reason)));
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
                _entries.Add(Entry(row, header, board, ImportOutcome.Refused, "It has no source: neither a paper, nor does its task name one. Give one with --source."));
            }
            else
            {
                benchmark ??= await BenchmarkAsync(header, board, cancellationToken);
                var outcome = await RowAsync(benchmark, board, row, source, place, cancellationToken);
                _entries.Add(Entry(row, header, board, outcome, row.Remarks.Count > 0 ? string.Join(' ', row.Remarks) : null));
            }
        }
    }

    /// <summary>After the commit.</summary>
    public void Learn()
    {
        _newTasks.ForEach(known.Learn);
        _newBenchmarks.ForEach(known.Learn);
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
        : WebAddress.IsWhole(header.SourceUrl) ? (new ImportSource(header.SourceTitle.Length is > 0 and <= ResultSource.LongestName ? header.SourceTitle : new Uri(header.SourceUrl).Host, header.SourceUrl, null, ""), header.SourceUrl)
        : row.PaperUrl is { } paper ? (Papers, paper)
        : null;

    private async Task<ImportOutcome> RowAsync(Benchmark benchmark, SotaBoard board, ReadRow row, ImportSource source, string place, CancellationToken cancellationToken)
    {
        var results = await ResultsAsync(benchmark, cancellationToken);
        if (results.Same(row, board.Part) is { } same)
        {
            var isNew = same.Complete(row.Date, row.PaperTitle, row.PaperUrl, row.CodeUrl);
            foreach (var score in row.Scores.Where(s => same.Scores.All(k => k.Metric.Name != s.Metric)))
            {
                same.Score(await ColumnAsync(benchmark, score.Metric, cancellationToken), score.Value, score.Text);
                isNew = true;
            }

            return isNew ? ImportOutcome.Merged : ImportOutcome.Unchanged;
        }

        var result = new BenchmarkResult(benchmark, row.Row.Model, board.Part, row.Track, await SourceAsync(source, cancellationToken), place);
        result.Published(row.Date, row.PaperTitle, row.PaperUrl, row.CodeUrl);
        foreach (var score in row.Scores)
        {
            result.Score(await ColumnAsync(benchmark, score.Metric, cancellationToken), score.Value, score.Text);
        }

        db.Results.Add(result);
        results.Add(result);
        return ImportOutcome.Created;
    }

    private async Task<KnownResults> ResultsAsync(Benchmark benchmark, CancellationToken cancellationToken)
    {
        if (!_results.TryGetValue(benchmark, out var results))
        {
            // Not paged: a table is compared with what its board has, which is of its own size.
            var stored = benchmark.Id == 0 ? [] : await db.Results.Where(r => r.BenchmarkId == benchmark.Id).Include(r => r.Scores).OrderBy(r => r.Id).ToListAsync(cancellationToken);
            _results[benchmark] = results = new KnownResults(stored);
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
            var last = task.Id == 0 ? 0 : await db.Benchmarks.Where(b => b.TaskId == task.Id).MaxAsync(b => (int?)b.Position, cancellationToken) ?? 0;
            benchmark = new Benchmark(known.NewBenchmarkSlug(board.Dataset, header.Name!), Shortened(board.Dataset), url, null, null, null, null, last + task.Benchmarks.Count + 1);
            task.Add(benchmark);
            _newBenchmarks.Add(benchmark);
        }

        return _benchmarks[key] = benchmark;
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
            var last = await db.NlpTasks.MaxAsync(t => (int?)t.Position, cancellationToken) ?? 0;
            task = new NlpTask(known.NewTaskSlug(header.Name!), Shortened(header.Name!), header.Category is { Length: > 0 } category ? Shortened(category) : "Other", last + _newTasks.Count + 1);
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
        new(row.Row.Line, outcome, header.Name, board.Part.Length > 0 ? $"{board.Dataset}, {board.Part}" : board.Dataset, row.Row.Model, reason);

    private static string FirstParagraph(string description) => Shortened(PlainText.Of(description.Split("\n\n")[0]).ReplaceLineEndings(" ").Trim(), 1000);

    private static string Shortened(string text, int length = 200) => text.Length > length ? text[..(length - 1)].TrimEnd() + "…" : text;
}
