using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Revisions.History;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>Everything that the form of a result shows.</summary>
public sealed class ResultFormQuery(IDbContextFactory<GuideDb> databases, ResultSubject results)
{
    /// <summary>Sources are few; one that is not among these can be typed.</summary>
    private const int MostSources = 300;

    /// <param name="slug">The benchmark's; not looked at where there is a result.</param>
    /// <param name="id">The result's, removed or not; <c>null</c> for a new one.</param>
    /// <returns><c>null</c> when there is no such benchmark or result.</returns>
    public async Task<ResultForm?> RunAsync(string? slug, int? id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var result = id is { } number
            ? await DraftQuery.WithinAsync(db, results, number.ToString(CultureInfo.InvariantCulture), cancellationToken) : null;
        var key = result?.Draft.Benchmark ?? slug;
        var benchmark = id is not null && result is null ? null
            : await db.Benchmarks.AsNoTracking().Where(b => b.Slug == key)
                .Select(b => new
                {
                    b.Slug,
                    b.Name,
                    Main = b.Metric == null ? null : new ColumnChoice(b.Metric.Name, b.Metric.HigherIsBetter, null, b.Metric.Unit),
                    Metrics = b.Metrics.OrderBy(m => m.Position).ThenBy(m => m.Id)
                        .Select(m => new ColumnChoice(m.Name, m.HigherIsBetter, m.Meaning, m.Metric!.Unit)).ToList(),
                })
                .FirstOrDefaultAsync(cancellationToken);
        return benchmark is null ? null : new ResultForm(
            result, benchmark.Slug, benchmark.Name,
            benchmark is { Metrics.Count: 0, Main: { } main } ? [main] : benchmark.Metrics,
            await db.ResultSources.AsNoTracking().OrderBy(s => s.Name)
                .Select(s => s.Name).Take(MostSources).ToListAsync(cancellationToken));
    }
}

/// <param name="Result">As it is; <c>null</c> for a new one.</param>
/// <param name="Benchmark">The slug of the benchmark.</param>
/// <param name="Name">The name of the benchmark.</param>
/// <param name="Columns">What it is scored by, in order; the metric that it is compared by where it has no scores yet.</param>
/// <param name="Sources">The names of those that the guide has, by name.</param>
public sealed record ResultForm(
    Editable<ResultDraft>? Result, string Benchmark, string Name, IReadOnlyList<ColumnChoice> Columns, IReadOnlyList<string> Sources);

/// <param name="HigherIsBetter"><c>null</c> where neither end is better, or nobody has said.</param>
public sealed record ColumnChoice(string Name, bool? HigherIsBetter, string? Meaning, string? Unit);
