using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>The leaderboard of a benchmark, with its history.</summary>
public sealed class BoardQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <summary>A chart of more dots than this shows nothing; the oldest are drawn, and the page says so.</summary>
    public const int MostDots = 2_000;

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

        var results = db.Results.AsNoTracking().Where(r => r.BenchmarkId == found.Id);
        var settings = await BoardLookups.SettingsAsync(results, cancellationToken);
        var years = await BoardLookups.YearsAsync(results, cancellationToken);
        var sources = await BoardLookups.SourcesAsync(db, results, cancellationToken);
        var chosen = settings.FirstOrDefault(s => s.Key == filter.Setting);
        var setting = chosen?.Setting;
        var shown = results.Where(r => (setting == null || r.Setting == setting) && (filter.Year == null || r.Year == filter.Year));
        var columns = await BoardLookups.ColumnsAsync(db, found.Id, shown, cancellationToken);
        var total = await shown.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var sorted = filter.Sort is BoardFilter.ByModel or BoardFilter.ByDate or BoardFilter.BySource
            ? null
            : columns.FirstOrDefault(c => c.Key == filter.Sort) ?? (columns is [var first, ..] ? first : null);
        var rows = await BoardRows.ReadAsync(shown.InOrder(filter, sorted).Skip((number - 1) * PageSize).Take(PageSize), cancellationToken);
        var charted = sorted ?? (columns is [var main, ..] ? main : null);
        var chartedSetting = setting ?? (settings is [var usual, ..] ? usual.Setting : "");
        var history = charted?.HigherIsBetter is { } higher
            ? BestOverTime.Of(await ValuesAsync(shown.Where(r => r.Setting == chartedSetting), charted.Id, cancellationToken), higher)
            : null;
        return new BoardView(
            found.Facts, columns, sorted, chosen, history is { Tracks.Count: > 0 } ? charted : null,
            chartedSetting, history is { Tracks.Count: > 0 } ? history : null,
            new Page<BoardRow>(rows, number, PageSize, total), BestOf(history), settings, years, sources);
    }

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
