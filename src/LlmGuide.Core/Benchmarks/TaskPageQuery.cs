using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Benchmarks;

/// <summary>Everything a task's page shows.</summary>
public sealed class TaskPageQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when no task has this slug.</returns>
    public async Task<TaskPageView?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);

        // Not paged: a task has a handful of metrics and topics, and a dozen benchmarks.
        return await db.NlpTasks.AsNoTracking().Where(t => t.Slug == slug)
            .Select(t => new TaskPageView(
                t.Slug, t.Name, t.Type, t.Objective, t.Lookout, t.ExampleInput, t.ExampleOutput, t.InOriginalGuide,
                t.Metrics.OrderBy(m => m.Position).Select(m => new MetricLine(m.Metric.Name, m.Metric.Definition, m.Metric.HigherIsBetter, m.Metric.Source)).ToList(),
                t.Benchmarks.OrderBy(b => b.Position).Select(b => new BenchmarkLine(b.Name, b.Url, b.Metric.Name, b.Year, b.Size, b.Resource!.Slug)).ToList(),
                t.Topics.OrderBy(o => o.Position).Select(o => new TopicLink(o.Slug, o.Title)).ToList(),
                t.ConversationId))
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Slug">The task's.</param>
/// <param name="Name">The task's.</param>
/// <param name="Type">The shape of the task.</param>
/// <param name="Objective">What goes in and what must come out.</param>
/// <param name="Lookout">What to look out for in its scores.</param>
/// <param name="ExampleInput">An input.</param>
/// <param name="ExampleOutput">The answer that is wanted.</param>
/// <param name="InOriginalGuide">Whether the original guide had it.</param>
/// <param name="Metrics">What it is measured by, in order.</param>
/// <param name="Benchmarks">Where it is measured, in order.</param>
/// <param name="Topics">Where the path teaches it.</param>
/// <param name="ConversationId">What is said about it.</param>
public sealed record TaskPageView(
    string Slug,
    string Name,
    string Type,
    string Objective,
    string Lookout,
    string ExampleInput,
    string ExampleOutput,
    bool InOriginalGuide,
    IReadOnlyList<MetricLine> Metrics,
    IReadOnlyList<BenchmarkLine> Benchmarks,
    IReadOnlyList<TopicLink> Topics,
    int ConversationId);

public sealed record MetricLine(string Name, string Definition, bool? HigherIsBetter, string Source);

/// <param name="Name">The benchmark's.</param>
/// <param name="Url">Its home.</param>
/// <param name="Metric">What it is measured by.</param>
/// <param name="Year">When it came out, where known.</param>
/// <param name="Size">How large it is, in words, where known.</param>
/// <param name="Resource">The slug of the work that describes it, if the guide has it.</param>
public sealed record BenchmarkLine(string Name, string Url, string Metric, int? Year, string? Size, string? Resource);
