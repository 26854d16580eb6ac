using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>
/// How the best value of one metric, in one setting, moved over time. Tracks are kept apart: a model with extra data beats none
/// without. What has no date has no place here.
/// </summary>
/// <param name="Tracks">The main track first, if it has dated results; then at most one other, the largest.</param>
public sealed record BestOverTime(IReadOnlyList<TrackHistory> Tracks, int Undated)
{
    /// <param name="results">Every result with a value of the metric.</param>
    /// <param name="higherIsBetter">The direction of the metric.</param>
    public static BestOverTime Of(IReadOnlyList<DatedValue> results, bool higherIsBetter)
    {
        var tracks = results.Where(r => r.Date is not null).GroupBy(r => r.Track, StringComparer.Ordinal)
            .OrderBy(g => g.Key.Length > 0).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var shown = tracks is [{ Key: "" }, ..] ? tracks.Take(2) : tracks.Take(1);
        return new([.. shown.Select(g => new TrackHistory(g.Key, Points(g, higherIsBetter)))], results.Count(r => r.Date is null));
    }

    private static List<TrackPoint> Points(IEnumerable<DatedValue> results, bool higherIsBetter)
    {
        var points = new List<TrackPoint>();
        double? best = null;

        // Of several on one date only the best can have been the best when it came out; for most dates only the year is known.
        foreach (var result in results.OrderBy(r => r.Date!.Value.Position)
            .ThenBy(r => higherIsBetter ? -r.Value : r.Value).ThenBy(r => r.Id))
        {
            var isBest = best is null || (higherIsBetter ? result.Value > best : result.Value < best);
            best = isBest ? result.Value : best;
            points.Add(new TrackPoint(result, isBest));
        }

        return points;
    }
}

/// <param name="Track">Empty for the main track.</param>
/// <param name="Points">By date; at least one.</param>
public sealed record TrackHistory(string Track, IReadOnlyList<TrackPoint> Points)
{
    /// <summary>The results that were the best when they came out, by date.</summary>
    public IEnumerable<DatedValue> Steps => Points.Where(p => p.WasBest).Select(p => p.Result);
}

/// <param name="WasBest">Whether nothing before it, in its track, was as good.</param>
public sealed record TrackPoint(DatedValue Result, bool WasBest);

/// <param name="Track">See <see cref="BenchmarkResult.Track"/>.</param>
/// <param name="Date">When, as far as is known.</param>
public sealed record DatedValue(int Id, string Model, string Track, PartialDate? Date, double Value, string? Text = null);
