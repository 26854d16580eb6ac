using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>The results of a benchmark, to be edited: one page, by model, with those that were taken out.</summary>
public sealed class CuratedResultsQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <param name="text">Only models with this in their name; empty for all.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    /// <returns><c>null</c> when no benchmark has this slug.</returns>
    public async Task<CuratedResults?> RunAsync(string slug, string? text, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await db.Benchmarks.Where(b => b.Slug == slug).Select(b => new { b.Id, b.Name })
            .FirstOrDefaultAsync(cancellationToken) is not { } benchmark)
        {
            return null;
        }

        var found = db.Results.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking().Where(r => r.BenchmarkId == benchmark.Id);
        if (text is { Length: > 0 })
        {
            var wanted = text.ToLowerInvariant();
            found = found.Where(r => r.Model.ToLower().Contains(wanted));
        }

        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await found.OrderBy(r => r.Model).ThenBy(r => r.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(r => new
            {
                Result = r,
                Source = r.Source.Name,
                Scores = r.Scores.OrderBy(s => s.Metric.Position).ThenBy(s => s.Id)
                    .Select(s => new ScoreResponse(s.Metric.Name, s.Value, s.Text)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new CuratedResults(benchmark.Name, new Page<CuratedResult>(
            [.. rows.Select(r => new CuratedResult(
                r.Result.Id, r.Result.Model, r.Result.Setting, r.Result.Date, r.Scores, r.Source, r.Result.RemovedAt is not null))],
            number, PageSize, total));
    }
}

/// <param name="Benchmark">The name of the benchmark.</param>
public sealed record CuratedResults(string Benchmark, Page<CuratedResult> Results);

/// <param name="Setting">How; empty for the usual way.</param>
/// <param name="Date">When, as far as is known.</param>
/// <param name="Scores">Its values, in the order of the metrics.</param>
public sealed record CuratedResult(
    int Id, string Model, string Setting, PartialDate? Date, IReadOnlyList<ScoreResponse> Scores, string Source, bool Removed);
