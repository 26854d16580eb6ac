using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>The leaderboard of a benchmark, with its history.</summary>
public sealed class BoardQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <summary>A chart of more dots than this shows nothing; the oldest are drawn, and the page says so.</summary>
    public const int MostDots = 2_000;

    /// <summary>People, guessing, a baseline or two: a board with more lines would be a page of lines.</summary>
    private const int MostReferences = 20;

    /// <param name="filter">What to show. A sort or setting that does not exist counts as none.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    /// <returns><c>null</c> when no benchmark has this slug.</returns>
    public async Task<BoardView?> RunAsync(string slug, BoardFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await BoardLookups.FactsAsync(db, slug, cancellationToken) is not { } found)
        {
            return null;
        }

        var all = db.Results.AsNoTracking().Where(r => r.BenchmarkId == found.Id);
        var results = all.Where(r => r.Reference == null);
        var facets = await BoardFacets.ReadAsync(results, cancellationToken);
        var (setting, version) = (
            facets.Settings.FirstOrDefault(s => s.Key == filter.Setting), facets.Versions.FirstOrDefault(v => v.Key == filter.Version));
        var shown = results.Filtered(filter, setting, version);
        var columns = await BoardLookups.ColumnsAsync(db, found.Id, shown, cancellationToken);
        var total = await shown.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var sorted = filter.Sort is BoardFilter.ByModel or BoardFilter.ByDate or BoardFilter.BySource
            ? null
            : columns.FirstOrDefault(c => c.Key == filter.Sort) ?? (columns is [var first, ..] ? first : null);
        var rows = await BoardRows.ReadAsync(
            shown.InOrder(filter, sorted).Skip((number - 1) * PageSize).Take(PageSize), db.Models, cancellationToken);
        var charted = sorted ?? (columns is [var main, ..] ? main : null);
        var (chartedSetting, chartedVersion) = facets.Main(filter, setting, version);
        var history = charted?.HigherIsBetter is { } higher
            ? BestOverTime.Of(
                await ValuesAsync(
                    shown.Where(r => r.Setting == chartedSetting && r.BenchmarkVersion == chartedVersion), charted.Id, cancellationToken),
                higher)
            : null;
        return new BoardView(
            found.Facts, columns, sorted, setting, history is { Tracks.Count: > 0 } ? charted : null,
            chartedSetting, history is { Tracks.Count: > 0 } ? history : null,
            new Page<BoardRow>(rows, number, PageSize, total), BestOf(history), facets.Settings, facets.Years,
            await BoardLookups.SourcesAsync(db, all, cancellationToken), version, facets.Versions, chartedVersion, facets.Measured,
            await ReferencesAsync(db, all, cancellationToken));
    }

    private static async Task<IReadOnlyList<BoardRow>> ReferencesAsync(
        GuideDb db, IQueryable<BenchmarkResult> results, CancellationToken cancellationToken) => await BoardRows.ReadAsync(
            results.Where(r => r.Reference != null).OrderBy(r => r.Id).Take(MostReferences), db.Models, cancellationToken);

    private static async Task<List<DatedValue>> ValuesAsync(
        IQueryable<BenchmarkResult> results, int metric, CancellationToken cancellationToken)
    {
        var values = await results.SelectMany(r => r.Scores.Where(s => s.MetricId == metric), (r, s) =>
            new { r.Id, r.Model, r.Track, r.Year, r.Month, r.Day, s.Value, s.Text })
            .OrderBy(v => v.Year).ThenBy(v => v.Month).ThenBy(v => v.Day).ThenBy(v => v.Id).Take(MostDots).ToListAsync(cancellationToken);
        return [.. values.Select(v => new DatedValue(
            v.Id, v.Model, v.Track, v.Year is { } year ? new PartialDate(year, v.Month, v.Day) : null, v.Value, v.Text))];
    }

    private static HashSet<int> BestOf(BestOverTime? history) => history is null ? [] : [.. history.Tracks.Select(t => t.Steps.Last().Id)];
}
