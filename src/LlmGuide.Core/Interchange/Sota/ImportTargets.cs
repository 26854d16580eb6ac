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
/// What the rows of an import belong to: tasks, benchmarks, columns and sources, found or made. They are few, and tracked.
/// </summary>
internal sealed class ImportTargets(GuideDb db, KnownBoards known)
{
    private readonly Dictionary<string, NlpTask> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Task, string Dataset), Benchmark> _benchmarks = [];
    private readonly Dictionary<string, ResultSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<NlpTask, int> _lastPositions = [];
    private readonly List<NlpTask> _newTasks = [];
    private readonly HashSet<Benchmark> _newBenchmarks = [];
    private Dictionary<string, Metric>? _metrics;

    /// <summary>The names of tasks that are new, as <see cref="MetricNames.Bare"/> writes them.</summary>
    public IEnumerable<string> NewTasks => _newTasks.Select(task => MetricNames.Bare(task.Name));

    /// <summary>The names of benchmarks that are new, each with its task's.</summary>
    public IEnumerable<(string Task, string Dataset)> NewBenchmarks =>
        _benchmarks.Where(b => _newBenchmarks.Contains(b.Value)).Select(b => b.Key);

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

    public async Task<Benchmark> BenchmarkAsync(SotaHeader header, SotaBoard board, CancellationToken cancellationToken)
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

    public async Task<ResultSource> SourceAsync(ImportSource wanted, CancellationToken cancellationToken)
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

    public async Task<BenchmarkMetric> ColumnAsync(Benchmark benchmark, string name, CancellationToken cancellationToken)
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

    private static string FirstParagraph(string description) =>
        Shortened(PlainText.Of(description.Split("\n\n")[0]).ReplaceLineEndings(" ").Trim(), 1000);

    private static string Shortened(string text, int length = 200) => text.Length > length ? text[..(length - 1)].TrimEnd() + "…" : text;
}
