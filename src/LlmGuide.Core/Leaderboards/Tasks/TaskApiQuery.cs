using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Tasks;

/// <summary>The NLP tasks, for programs.</summary>
public sealed class TaskApiQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="after">The position to go on after.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    public async Task<Batch<TaskResponse>> BatchAsync(int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await RowsAsync(
            db.NlpTasks.AsNoTracking().Where(t => t.Position > after).OrderBy(t => t.Position).Take(limit + 1), cancellationToken);
        return rows.ToBatch(limit, t => t.Position, await db.NlpTasks.CountAsync(cancellationToken));
    }

    /// <returns><c>null</c> when no task has this slug.</returns>
    public async Task<TaskResponse?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await RowsAsync(db.NlpTasks.AsNoTracking().Where(t => t.Slug == slug), cancellationToken)).SingleOrDefault();
    }

    private static async Task<List<TaskResponse>> RowsAsync(IQueryable<NlpTask> tasks, CancellationToken cancellationToken)
    {
        var rows = await tasks.Select(t => new
        {
            Task = t,
            Metrics = t.Metrics.OrderBy(m => m.Position)
                .Select(m => new MetricResponse(
                    m.Metric.Slug, m.Metric.Name, m.Metric.HigherIsBetter, m.Metric.Definition, m.Metric.Source,
                    m.Metric.Formula.Markdown, m.Metric.Unit, m.Metric.Least, m.Metric.Most)).ToList(),
            Benchmarks = t.Benchmarks.OrderBy(b => b.Position).ThenBy(b => b.Id)
                .Select(b => new BenchmarkResponse(b.Slug, b.Name, b.Url, b.PaperUrl, b.Year, b.Size, b.Metric!.Slug)).ToList(),
            Topics = t.Topics.OrderBy(topic => topic.Position).Select(topic => topic.Slug).ToList(),
        })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TaskResponse(
            row.Task.Slug, row.Task.Name, row.Task.Type, row.Task.Position, row.Task.Objective, row.Task.Lookout,
            new ExampleResponse(row.Task.ExampleInput, row.Task.ExampleOutput),
            [.. row.Metrics.Select(m => m.Slug)], [.. row.Benchmarks.Select(b => b.Slug)], row.Topics, row.Metrics, row.Benchmarks))];
    }
}

/// <summary>An NLP task as programs see it.</summary>
public sealed record TaskResponse(
    string Slug,
    string Name,
    string Type,
    int Position,
    string Objective,
    string Lookout,
    ExampleResponse Example,
    IReadOnlyList<string> Metrics,
    IReadOnlyList<string> Benchmarks,
    IReadOnlyList<string> Topics,
    IReadOnlyList<MetricResponse> MetricDetails,
    IReadOnlyList<BenchmarkResponse> BenchmarkDetails);

public sealed record ExampleResponse(string Input, string Output);

public sealed record MetricResponse(
    string Slug, string Name, bool? HigherIsBetter, string Definition,
    string Source, string Formula, string? Unit, double? Least, double? Most);

public sealed record BenchmarkResponse(string Slug, string Name, string Url, string? PaperUrl, int? Year, string? Size, string? Metric);
