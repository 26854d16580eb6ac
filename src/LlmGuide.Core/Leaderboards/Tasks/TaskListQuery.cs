using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Tasks;

/// <summary>The table of NLP tasks: those with most results first, so that full boards stand before empty ones.</summary>
public sealed class TaskListQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>How many benchmarks a row of the table names.</summary>
    public const int BenchmarksNamed = 3;

    public const int PageSize = 100;

    /// <summary>What a year counts in <see cref="TaskRow.Latest"/>, so that a month fits beside it.</summary>
    internal const int MonthsApart = 100;

    /// <summary>Filters offer no more types than this.</summary>
    private const int MostTypes = 200;

    /// <param name="type">Only tasks of this type; <c>null</c> for all.</param>
    /// <param name="text">Only tasks with this in their name, or in the name of one of their benchmarks; empty for all.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<TaskListView> RunAsync(string? type, string? text, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var found = db.NlpTasks.AsNoTracking();
        if (type is not null)
        {
            found = found.Where(t => t.Type == type);
        }

        if (text is { Length: > 0 })
        {
            var wanted = text.ToLowerInvariant();
            found = found.Where(
                t => t.Name.ToLower().Contains(wanted) || t.Benchmarks.AsQueryable().Any(b => b.Name.ToLower().Contains(wanted)));
        }

        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var results = db.Results.Where(r => r.Reference == null);
        var tasks = await found.OrderByDescending(t => results.Count(r => r.Benchmark.TaskId == t.Id))
            .ThenBy(t => t.Position).ThenBy(t => t.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(t => new TaskRow(
                t.Slug,
                t.Name,
                t.Type,
                t.Objective,
                t.ExampleInput,
                t.ExampleOutput,
                t.InOriginalGuide,
                t.Metrics.OrderBy(m => m.Position).Select(m => new MetricName(m.Metric.Slug, m.Metric.Name)).ToList(),
                t.Benchmarks.OrderByDescending(b => results.Count(r => r.BenchmarkId == b.Id)).ThenBy(b => b.Position).ThenBy(b => b.Id)
                    .Select(b => new BenchmarkLink(b.Slug, b.Name)).Take(BenchmarksNamed).ToList(),
                t.Benchmarks.Count,
                results.Count(r => r.Benchmark.TaskId == t.Id),
                results.Where(r => r.Benchmark.TaskId == t.Id).Max(r => r.Year * MonthsApart + (r.Month ?? 0))))
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var types = await db.NlpTasks.AsNoTracking().GroupBy(t => t.Type).OrderBy(g => g.Min(t => t.Position)).Select(g => g.Key)
            .Take(MostTypes).ToListAsync(cancellationToken);
        return new TaskListView(new Page<TaskRow>(tasks, number, PageSize, total), types);
    }
}

public sealed record TaskListView(Page<TaskRow> Tasks, IReadOnlyList<string> Types);

/// <param name="Objective">What goes in and what must come out.</param>
/// <param name="Metrics">In order.</param>
/// <param name="Benchmarks">The first few, those with most results.</param>
/// <param name="Results">Without the lines that are no model's.</param>
public sealed record TaskRow(
    string Slug,
    string Name,
    string Type,
    string Objective,
    string ExampleInput,
    string ExampleOutput,
    bool InOriginalGuide,
    IReadOnlyList<MetricName> Metrics,
    IReadOnlyList<BenchmarkLink> Benchmarks,
    int BenchmarksInAll,
    int Results,
    int? Latest)
{
    /// <summary>When its newest result is from; <c>null</c> where none has a date.</summary>
    public PartialDate? Reach => Latest is { } latest
        ? new PartialDate(latest / TaskListQuery.MonthsApart, latest % TaskListQuery.MonthsApart is > 0 and var month ? month : null)
        : null;
}

public sealed record BenchmarkLink(string Slug, string Name);

public sealed record MetricName(string Slug, string Name);
