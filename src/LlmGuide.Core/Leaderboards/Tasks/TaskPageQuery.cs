using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Tasks;

/// <summary>Everything a task's page shows.</summary>
public sealed class TaskPageQuery(IDbContextFactory<GuideDb> databases, BoardQuery boards)
{
    public const int BenchmarksOnPage = 50;

    /// <summary>The list from which a reader chooses the benchmark that is shown is no longer than this.</summary>
    private const int MostBoards = 100;

    /// <param name="board">The benchmark to show the results of; <c>null</c>, or one that is not the task's, for the one with most.</param>
    /// <param name="page">Of the benchmarks, counted from 1; what does not exist becomes the nearest that does.</param>
    /// <returns><c>null</c> when no task has this slug.</returns>
    public async Task<TaskPageView?> RunAsync(string slug, string? board, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);

        // Not paged: a task has a handful of metrics and topics.
        var found = await db.NlpTasks.AsNoTracking().Where(t => t.Slug == slug)
            .Select(t => new
            {
                t.Id,
                Facts = new TaskFacts(
                    t.Slug, t.Name, t.Type, t.Objective, t.Lookout, t.ExampleInput, t.ExampleOutput,
                    t.InOriginalGuide, t.OriginalBenchmarksUrl, t.OriginalBenchmarksNote,
                    t.Metrics.OrderBy(m => m.Position).Select(m => new MetricLine(
                        m.Metric.Slug, m.Metric.Name, m.Metric.Definition, m.Metric.Formula.Html, m.Metric.HigherIsBetter, m.Metric.Source))
                        .ToList(),
                    t.Topics.OrderBy(o => o.Position).Select(o => new TopicLink(o.Slug, o.Title)).ToList(),
                    t.ConversationId),
            })
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var benchmarks = await BenchmarksAsync(db, found.Id, page, cancellationToken);
        var withResults = await BoardsAsync(db, found.Id, cancellationToken);
        var chosen = withResults.FirstOrDefault(b => b.Slug == board) ?? (withResults is [var first, ..] ? first : null);
        var shown = chosen is null ? null : await boards.RunAsync(chosen.Slug, new BoardFilter(), 1, cancellationToken);
        return new TaskPageView(found.Facts, benchmarks, withResults, shown);
    }

    private static async Task<Page<BenchmarkLine>> BenchmarksAsync(GuideDb db, int task, long page, CancellationToken cancellationToken)
    {
        var (all, results) = (db.Benchmarks.AsNoTracking().Where(b => b.TaskId == task), db.Results.Where(r => r.Reference == null));
        var total = await all.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, BenchmarksOnPage);
        var rows = await all.OrderByDescending(b => results.Any(r => r.BenchmarkId == b.Id))
            .ThenBy(b => b.Position).ThenBy(b => b.Id).Skip((number - 1) * BenchmarksOnPage).Take(BenchmarksOnPage)
            .Select(b => new BenchmarkLine(
                b.Slug, b.Name, b.Url, b.Metric!.Name, b.Year, b.Size, b.Resource!.Slug,
                results.Count(r => r.BenchmarkId == b.Id), b.State == null ? null : b.State.Lifecycle))
            .ToListAsync(cancellationToken);
        return new Page<BenchmarkLine>(rows, number, BenchmarksOnPage, total);
    }

    private static async Task<IReadOnlyList<BenchmarkLink>> BoardsAsync(GuideDb db, int task, CancellationToken cancellationToken)
    {
        var results = db.Results.Where(r => r.Reference == null);
        return await db.Benchmarks.AsNoTracking().Where(b => b.TaskId == task)
            .Select(b => new { b.Slug, b.Name, b.Position, Results = results.Count(r => r.BenchmarkId == b.Id) })
            .Where(b => b.Results > 0).OrderByDescending(b => b.Results).ThenBy(b => b.Position).ThenBy(b => b.Slug).Take(MostBoards)
            .Select(b => new BenchmarkLink(b.Slug, b.Name)).ToListAsync(cancellationToken);
    }
}

/// <param name="Benchmarks">Where it is measured, those with results first; one page.</param>
/// <param name="Boards">Those with results, most first.</param>
/// <param name="Board">The results of one of them; <c>null</c> when there are none.</param>
public sealed record TaskPageView(TaskFacts Facts, Page<BenchmarkLine> Benchmarks, IReadOnlyList<BenchmarkLink> Boards, BoardView? Board);

/// <param name="Objective">What goes in and what must come out.</param>
/// <param name="OriginalBenchmarksUrl">Where the original guide sent its readers for results.</param>
/// <param name="Metrics">What it is measured by, in order.</param>
public sealed record TaskFacts(
    string Slug,
    string Name,
    string Type,
    string Objective,
    string Lookout,
    string ExampleInput,
    string ExampleOutput,
    bool InOriginalGuide,
    string? OriginalBenchmarksUrl,
    string? OriginalBenchmarksNote,
    IReadOnlyList<MetricLine> Metrics,
    IReadOnlyList<TopicLink> Topics,
    int ConversationId);

/// <param name="FormulaHtml">Safe HTML; empty where words say it all.</param>
public sealed record MetricLine(string Slug, string Name, string Definition, string FormulaHtml, bool? HigherIsBetter, string Source);

/// <param name="Metric">What it is measured by, where known.</param>
/// <param name="Year">When it came out, where known.</param>
/// <param name="Size">How large it is, in words, where known.</param>
/// <param name="Resource">The slug of the work that describes it, if the guide has it.</param>
/// <param name="Lifecycle">How far it can be relied on; <c>null</c> when nobody has said.</param>
public sealed record BenchmarkLine(
    string Slug, string Name, string Url, string? Metric, int? Year, string? Size, string? Resource, int Results, Lifecycle? Lifecycle);
