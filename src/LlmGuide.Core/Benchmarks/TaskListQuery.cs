using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Benchmarks;

/// <summary>The table of NLP tasks: those of the original guide first, in its order, then the rest.</summary>
public sealed class TaskListQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>How many benchmarks a row of the table names.</summary>
    public const int BenchmarksNamed = 3;

    /// <param name="type">Only tasks of this type; <c>null</c> for all.</param>
    /// <param name="text">Only tasks with this in their name, or in the name of one of their benchmarks; empty for all.</param>
    /// <param name="cancellationToken">Ends the query with its reader.</param>
    public async Task<TaskListView> RunAsync(string? type, string? text, CancellationToken cancellationToken)
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
            found = found.Where(t => t.Name.ToLower().Contains(wanted) || t.Benchmarks.Any(b => b.Name.ToLower().Contains(wanted)));
        }

        // Not paged: tasks are curated, a few dozen.
        var tasks = await found.OrderBy(t => t.Position)
            .Select(t => new TaskRow(
                t.Slug,
                t.Name,
                t.Type,
                t.Objective,
                t.ExampleInput,
                t.ExampleOutput,
                t.InOriginalGuide,
                t.Metrics.OrderBy(m => m.Position).Select(m => m.Metric.Name).ToList(),
                t.Benchmarks.OrderBy(b => b.Position).Select(b => new BenchmarkLink(b.Name, b.Url)).Take(BenchmarksNamed).ToList(),
                t.Benchmarks.Count))
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var types = await db.NlpTasks.AsNoTracking().GroupBy(t => t.Type).OrderBy(g => g.Min(t => t.Position)).Select(g => g.Key)
            .ToListAsync(cancellationToken);
        return new TaskListView(tasks, types);
    }
}

public sealed record TaskListView(IReadOnlyList<TaskRow> Tasks, IReadOnlyList<string> Types);

/// <param name="Slug">The task's.</param>
/// <param name="Name">The task's.</param>
/// <param name="Type">The shape of the task.</param>
/// <param name="Objective">What goes in and what must come out.</param>
/// <param name="ExampleInput">An input.</param>
/// <param name="ExampleOutput">The answer that is wanted.</param>
/// <param name="InOriginalGuide">Whether the original guide had it.</param>
/// <param name="Metrics">Their names, in order.</param>
/// <param name="Benchmarks">The first few.</param>
/// <param name="BenchmarksInAll">How many it has.</param>
public sealed record TaskRow(
    string Slug,
    string Name,
    string Type,
    string Objective,
    string ExampleInput,
    string ExampleOutput,
    bool InOriginalGuide,
    IReadOnlyList<string> Metrics,
    IReadOnlyList<BenchmarkLink> Benchmarks,
    int BenchmarksInAll);

public sealed record BenchmarkLink(string Name, string Url);
