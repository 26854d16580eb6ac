using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>What the results of a board can be filtered by, with how many there are of each: one look at the table for all of it.</summary>
internal sealed class BoardFacets(IReadOnlyList<BoardFacets.Facet> facets)
{
    /// <summary>More combinations than any board has; what is beyond them cannot be chosen, but is shown.</summary>
    private const int Most = 2_000;

    /// <summary>Lists of choices are no longer than this.</summary>
    private const int MostChoices = 200;

    public IReadOnlyList<SettingCount> Settings { get; } =
        [.. Counted(facets, f => f.Setting).Select(c => new SettingCount(c.Key, c.Results)).Take(MostChoices)];

    /// <summary>Of the benchmark, the one with most results first; empty where no result names one.</summary>
    public IReadOnlyList<SettingCount> Versions { get; } =
        [.. Counted(facets, f => f.Version).Select(c => new SettingCount(c.Key, c.Results)).Take(MostChoices)];

    public IReadOnlyList<int> Years { get; } =
        [.. facets.Select(f => f.Year).OfType<int>().Distinct().OrderDescending().Take(MostChoices)];

    public MeasuredCount Measured { get; } = new(
        facets.Where(f => IsIndependent(f.Kind) is true).Sum(f => f.Results),
        facets.Where(f => IsIndependent(f.Kind) is false).Sum(f => f.Results));

    /// <param name="results">Of one board, without the lines that are no model's.</param>
    public static async Task<BoardFacets> ReadAsync(IQueryable<BenchmarkResult> results, CancellationToken cancellationToken) => new(
        await results.GroupBy(r => new { r.Setting, r.BenchmarkVersion, r.MeasuredByKind, r.Year })
            .Select(g => new { g.Key, Results = g.Count() })
            .OrderByDescending(g => g.Results).Take(Most)
            .Select(g => new Facet(g.Key.Setting, g.Key.BenchmarkVersion, g.Key.MeasuredByKind, g.Key.Year, g.Results))
            .ToListAsync(cancellationToken));

    /// <summary>The setting and the version that most results are of, of those that are shown: a chart has but one of each.</summary>
    public (string Setting, string Version) Main(BoardFilter filter, SettingCount? setting, SettingCount? version)
    {
        var shown = facets.Where(f => (setting is null || f.Setting == setting.Setting) && (version is null || f.Version == version.Setting)
            && (filter.Year is null || f.Year == filter.Year)
            && (filter.Measured is null || IsIndependent(f.Kind) == (filter.Measured == BoardFilter.Independent))).ToList();
        var main = Counted(shown, f => f.Setting).Select(c => c.Key).FirstOrDefault() ?? "";
        return (main, Counted([.. shown.Where(f => f.Setting == main)], f => f.Version).Select(c => c.Key).FirstOrDefault() ?? "");
    }

    private static IEnumerable<(string Key, int Results)> Counted(IReadOnlyList<Facet> facets, Func<Facet, string> key) =>
        facets.GroupBy(key, StringComparer.Ordinal).Select(g => (g.Key, Results: g.Sum(f => f.Results)))
            .OrderByDescending(g => g.Results).ThenBy(g => g.Key, StringComparer.Ordinal);

    private static bool? IsIndependent(MeasurerKind? kind) => kind is { } known ? new Measurer(known, "").IsIndependent : null;

    internal sealed record Facet(string Setting, string Version, MeasurerKind? Kind, int? Year, int Results);
}

/// <param name="Independent">Measured by the owner of the benchmark or a third party.</param>
/// <param name="SelfReported">Measured by who makes the model.</param>
public sealed record MeasuredCount(int Independent, int SelfReported);
