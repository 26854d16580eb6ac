using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>What a leaderboard's page shows beside its rows.</summary>
internal static class BoardLookups
{
    /// <summary>Filters offer no more than this many values; a board with more is searched by other means.</summary>
    private const int MostChoices = 200;

    public static async Task<FoundBoard?> FactsAsync(GuideDb db, string slug, CancellationToken cancellationToken) => await (
        from b in db.Benchmarks.AsNoTracking()
        join t in db.NlpTasks on b.TaskId equals t.Id
        where b.Slug == slug
        select new FoundBoard(b.Id, new BoardFacts(
            b.Slug, b.Name, b.Url, b.PaperUrl, b.Year, b.Size, b.Split, b.Licence, b.Resource!.Slug, t.Slug, t.Name, t.Lookout,
            b.State == null ? null : new StateFacts(
                b.State.Lifecycle, b.State.Since, b.State.Reason, b.State.Source, b.State.Successor!.Slug, b.State.Successor.Name),
            b.Metric!.Name)))
        .FirstOrDefaultAsync(cancellationToken);

    public static async Task<IReadOnlyList<BoardColumn>> ColumnsAsync(
        GuideDb db, int benchmark, IQueryable<BenchmarkResult> shown, CancellationToken cancellationToken)
    {
        var columns = await db.BenchmarkMetrics.AsNoTracking()
            .Where(m => m.BenchmarkId == benchmark && shown.Any(r => r.Scores.Any(s => s.MetricId == m.Id)))
            .OrderBy(m => m.Position).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Name, m.HigherIsBetter, m.Meaning, m.Metric!.Slug, m.Metric.Unit })
            .Take(MostChoices).ToListAsync(cancellationToken);
        var taken = new HashSet<string>(StringComparer.Ordinal) { BoardFilter.ByModel, BoardFilter.ByDate, BoardFilter.BySource };
        return [.. columns.Select(c => new BoardColumn(c.Id, KeyOf(c.Name, taken), c.Name, c.HigherIsBetter, c.Meaning, c.Slug, c.Unit))];
    }

    public static async Task<IReadOnlyList<SourceFacts>> SourcesAsync(
        GuideDb db, IQueryable<BenchmarkResult> results, CancellationToken cancellationToken) =>
        // IN, not EXISTS: that would look through all results of each source for one of this benchmark.
        await db.ResultSources.AsNoTracking().Where(s => results.Select(r => r.SourceId).Contains(s.Id))
            .OrderBy(s => s.Id).Take(MostChoices)
            .Select(s => new SourceFacts(s.Name, s.Url, s.Licence, s.Attribution)).ToListAsync(cancellationToken);

    // A metric's name in addresses; "P@1" and "P 1" would share one.
    private static string KeyOf(string name, HashSet<string> taken)
    {
        var plain = Slug.Of(name) is { Length: > 0 } slug ? slug : "metric";
        var key = plain;
        for (var next = 2; !taken.Add(key); next++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{plain}-{next}");
        }

        return key;
    }
}

internal sealed record FoundBoard(int Id, BoardFacts Facts);
