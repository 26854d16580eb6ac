using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>The results of a benchmark, to be edited: one page, by model, with those that were taken out.</summary>
public sealed class CuratedResultsQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <returns>The name of a benchmark; <c>null</c> when none has this slug.</returns>
    public async Task<string?> NameAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Benchmarks.Where(b => b.Slug == slug).Select(b => b.Name).FirstOrDefaultAsync(cancellationToken);
    }

    /// <param name="slug">The benchmark's.</param>
    /// <param name="filter">What to show, and in which order.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<Page<CuratedResult>> RunAsync(string slug, ResultFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var found = Found(db, slug, filter);
        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await Ordered(found, filter).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(r => new
            {
                Result = r,
                Source = r.Source.Name,
                Scores = r.Scores.OrderBy(s => s.Metric.Position).ThenBy(s => s.Id)
                    .Select(s => new ScoreResponse(s.Metric.Name, s.Value, s.Text)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new Page<CuratedResult>(
            [.. rows.Select(r => new CuratedResult(
                r.Result.Id, r.Result.Model, r.Result.Setting, r.Result.Date, r.Scores, r.Source, r.Result.RemovedAt is not null))],
            number, PageSize, total);
    }

    private static IQueryable<BenchmarkResult> Found(GuideDb db, string slug, ResultFilter filter)
    {
        var found = db.Results.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking().Where(r => r.Benchmark.Slug == slug);
        if (filter.Text?.Trim().ToLowerInvariant() is { Length: > 0 } wanted)
        {
            found = found.Where(r => r.Model.ToLower().Contains(wanted) || r.Source.Name.ToLower().Contains(wanted));
        }

        return filter.Removed is { } removed ? found.Where(r => r.RemovedAt != null == removed) : found;
    }

    // Every order ends in the id, so that pages never overlap. The score is that of the first metric.
    private static IOrderedQueryable<BenchmarkResult> Ordered(IQueryable<BenchmarkResult> found, ResultFilter filter) =>
        (filter.Sort, filter.Descending) switch
        {
            (ResultSort.Score, false) => found.OrderBy(r => r.Scores.OrderBy(s => s.Metric.Position).ThenBy(s => s.Id)
                .Select(s => s.Value).FirstOrDefault()).ThenBy(r => r.Id),
            (ResultSort.Score, true) => found.OrderByDescending(r => r.Scores.OrderBy(s => s.Metric.Position).ThenBy(s => s.Id)
                .Select(s => s.Value).FirstOrDefault()).ThenBy(r => r.Id),
            (ResultSort.Source, false) => found.OrderBy(r => r.Source.Name).ThenBy(r => r.Model).ThenBy(r => r.Id),
            (ResultSort.Source, true) => found.OrderByDescending(r => r.Source.Name).ThenBy(r => r.Model).ThenBy(r => r.Id),
            (_, true) => found.OrderByDescending(r => r.Model).ThenBy(r => r.Id),
            _ => found.OrderBy(r => r.Model).ThenBy(r => r.Id),
        };
}

/// <param name="Text">In the name of the model or of the source.</param>
/// <param name="Removed">Whether it was taken out of the leaderboard; <c>null</c> for both.</param>
/// <param name="Sort">By which column.</param>
/// <param name="Descending">From the last to the first.</param>
public sealed record ResultFilter(string? Text = null, bool? Removed = null, ResultSort Sort = ResultSort.Model, bool Descending = false);

public enum ResultSort
{
    Model,
    Score,
    Source,
}

/// <param name="Setting">How; empty for the usual way.</param>
/// <param name="Date">When, as far as is known.</param>
/// <param name="Scores">Its values, in the order of the metrics.</param>
public sealed record CuratedResult(
    int Id, string Model, string Setting, PartialDate? Date, IReadOnlyList<ScoreResponse> Scores, string Source, bool Removed);
