using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>The order of a leaderboard, and its rows.</summary>
internal static class BoardRows
{
    /// <summary>What a filter leaves.</summary>
    public static IQueryable<BenchmarkResult> Filtered(
        this IQueryable<BenchmarkResult> results, BoardFilter filter, SettingCount? setting, SettingCount? version)
    {
        var shown = setting is { Setting: var only } ? results.Where(r => r.Setting == only) : results;
        shown = version is { Setting: var one } ? shown.Where(r => r.BenchmarkVersion == one) : shown;
        shown = filter.Year is { } year ? shown.Where(r => r.Year == year) : shown;
        return filter.Measured switch
        {
            BoardFilter.Independent => shown.Where(
                r => r.MeasuredByKind == MeasurerKind.Owner || r.MeasuredByKind == MeasurerKind.ThirdParty),
            BoardFilter.SelfReported => shown.Where(
                r => r.MeasuredByKind == MeasurerKind.Authors || r.MeasuredByKind == MeasurerKind.Vendor),
            _ => shown,
        };
    }

    /// <summary>Best first by the metric, whichever end of it is better; what has no value stands last, either way round.</summary>
    public static IQueryable<BenchmarkResult> InOrder(this IQueryable<BenchmarkResult> results, BoardFilter filter, BoardColumn? column)
    {
        if (column is { } metric)
        {
            var scored = results.OrderBy(r => !r.Scores.Any(s => s.MetricId == metric.Id));
            var descending = (metric.HigherIsBetter ?? true) != filter.Reversed;
            return (descending
                ? scored.ThenByDescending(r => r.Scores.Where(s => s.MetricId == metric.Id).Select(s => s.Value).FirstOrDefault())
                : scored.ThenBy(r => r.Scores.Where(s => s.MetricId == metric.Id).Select(s => s.Value).FirstOrDefault())).ThenBy(r => r.Id);
        }

        return filter.Sort switch
        {
            BoardFilter.ByDate => filter.Reversed
                ? results.OrderBy(r => r.Year == null).ThenBy(r => r.Year).ThenBy(r => r.Month).ThenBy(r => r.Day).ThenBy(r => r.Id)
                : results.OrderBy(r => r.Year == null).ThenByDescending(r => r.Year)
                    .ThenByDescending(r => r.Month).ThenByDescending(r => r.Day).ThenBy(r => r.Id),
            BoardFilter.BySource => filter.Reversed
                ? results.OrderByDescending(r => r.Source.Name).ThenByDescending(r => r.PaperTitle).ThenBy(r => r.Id)
                : results.OrderBy(r => r.Source.Name).ThenBy(r => r.PaperTitle).ThenBy(r => r.Id),
            _ => filter.Reversed
                ? results.OrderByDescending(r => r.Model).ThenBy(r => r.Id)
                : results.OrderBy(r => r.Model).ThenBy(r => r.Id),
        };
    }

    /// <summary>Reads rows in the order that they are given in.</summary>
    public static async Task<List<BoardRow>> ReadAsync(
        IQueryable<BenchmarkResult> results, IQueryable<ScoredModel> models, CancellationToken cancellationToken)
    {
        // Not split: a row has a handful of scores, and the order is not worth computing twice.
        var rows = await results.Select(r => new
        {
            Result = r,
            Scores = r.Scores.Select(s => new { s.MetricId, s.Value, s.Text }).ToList(),
            Resource = r.Resource!.Slug,
            Source = r.Source.Name,
            Model = models.Where(m => m.Name == r.Model).Select(m => m.ShownAs == null ? m.Slug : m.ShownAs.Slug).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new BoardRow(
            row.Result.Id, row.Result.Model, row.Scores.ToDictionary(s => s.MetricId, s => new BoardScore(s.Value, s.Text)),
            row.Result.Setting, row.Result.Track, row.Result.BenchmarkVersion, row.Result.MeasuredBy, row.Result.Reference, row.Result.Date,
            row.Result.PaperTitle, row.Result.PaperUrl, row.Result.CodeUrl,
            row.Result.Note, row.Resource, row.Source, row.Result.SourceUrl, row.Model))];
    }
}
