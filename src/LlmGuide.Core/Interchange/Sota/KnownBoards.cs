using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// The tasks, benchmarks and sources that there are, by name, so that the rows of a file find theirs without asking each time.
/// It holds names and ids only: ten thousand boards are a megabyte.
/// </summary>
internal sealed class KnownBoards
{
    private readonly Dictionary<string, int> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Task, string Name), int> _benchmarks = [];
    private readonly HashSet<string> _taskSlugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _benchmarkSlugs = new(StringComparer.Ordinal);
    private readonly HashSet<int> _removedTasks = [];
    private readonly HashSet<int> _removedBenchmarks = [];
    private readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);

    private KnownBoards()
    {
    }

    public static async Task<KnownBoards> ReadAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var known = new KnownBoards();

        // Not paged: names of everything, streamed. Removed ones too, which keep their slugs and stay out; where a name is used again,
        // the one that is there has it.
        await foreach (var task in db.NlpTasks.IgnoreQueryFilters([CatalogueTables.Listed])
            .AsNoTracking().OrderBy(t => t.RemovedAt != null).ThenBy(t => t.Id)
            .Select(t => new { t.Id, t.Slug, t.Name, t.OriginalBenchmarksUrl, Removed = t.RemovedAt != null })
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            known.Learn(task.Id, task.Slug, task.Name, task.OriginalBenchmarksUrl);
            if (task.Removed)
            {
                known._removedTasks.Add(task.Id);
            }
        }

        await foreach (var benchmark in db.Benchmarks.IgnoreQueryFilters([CatalogueTables.Listed])
            .AsNoTracking().OrderBy(b => b.RemovedAt != null).ThenBy(b => b.Id)
            .Select(b => new { b.Id, b.TaskId, b.Slug, b.Name, Removed = b.RemovedAt != null })
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            known.LearnBenchmark(benchmark.TaskId, benchmark.Id, benchmark.Slug, benchmark.Name);
            if (benchmark.Removed)
            {
                known._removedBenchmarks.Add(benchmark.Id);
            }
        }

        foreach (var source in await db.ResultSources.AsNoTracking().OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken))
        {
            known._sources[source.Name] = source.Id;
        }

        return known;
    }

    public int? Task(string name) => _tasks.TryGetValue(MetricNames.Bare(name), out var id) ? id : null;

    public int? Benchmark(int task, string name) => _benchmarks.TryGetValue((task, MetricNames.Bare(name)), out var id) ? id : null;

    /// <summary>Why nothing is added to a board that a curator took out of the guide; <c>null</c> for all others.</summary>
    public string? TakenOut(string task, string dataset) =>
        Task(task) is not { } id ? null
        : _removedTasks.Contains(id) ? "A curator removed the task from the guide, so it is left out."
        : Benchmark(id, dataset) is { } benchmark && _removedBenchmarks.Contains(benchmark)
            ? "A curator removed the benchmark from the guide, so it is left out."
        : null;

    public int? Source(string name) => _sources.TryGetValue(name, out var id) ? id : null;

    /// <summary>A slug that no task has; it is taken from now on.</summary>
    public string NewTaskSlug(string name) => Free(_taskSlugs, Slug.Of(name));

    /// <summary>A slug that no benchmark has; where several tasks use one data set, the later ones name their task.</summary>
    public string NewBenchmarkSlug(string name, string task) =>
        Slug.Of(name) is var plain && !Slug.IsReserved(plain) && _benchmarkSlugs.Add(plain)
            ? plain : Free(_benchmarkSlugs, Slug.Of($"{name} {task}"));

    public void Learn(NlpTask task) => Learn(task.Id, task.Slug, task.Name, null);

    public void Learn(Benchmark benchmark) => LearnBenchmark(benchmark.TaskId, benchmark.Id, benchmark.Slug, benchmark.Name);

    public void Learn(ResultSource source) => _sources[source.Name] = source.Id;

    private void Learn(int id, string slug, string name, string? original)
    {
        _taskSlugs.Add(slug);
        foreach (var called in new[] { name, slug, original?.Split('/')[^1] }.OfType<string>())
        {
            _tasks.TryAdd(MetricNames.Bare(called), id);
        }
    }

    private void LearnBenchmark(int task, int id, string slug, string name)
    {
        _benchmarkSlugs.Add(slug);
        _benchmarks.TryAdd((task, MetricNames.Bare(name)), id);
        _benchmarks.TryAdd((task, MetricNames.Bare(slug)), id);
    }

    private static string Free(HashSet<string> taken, string plain)
    {
        var slug = plain;
        for (var next = 2; Slug.IsReserved(slug) || !taken.Add(slug); next++)
        {
            var ending = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{next}");
            slug = plain[..Math.Min(plain.Length, Slug.MaxLength - ending.Length)].TrimEnd('-') + ending;
        }

        return slug;
    }
}
