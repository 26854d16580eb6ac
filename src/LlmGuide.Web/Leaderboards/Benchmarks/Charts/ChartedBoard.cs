using LlmGuide.Core.Leaderboards.Benchmarks;

namespace LlmGuide.Web.Leaderboards.Benchmarks.Charts;

/// <summary>What of a board its chart shows.</summary>
internal static class ChartedBoard
{
    /// <summary>The setting and the version of the benchmark that the chart is of; empty where there is but the usual one.</summary>
    public static string ChartedWay(this BoardView board) => string.Join(", ", new[]
    {
        board.ChartedSetting, board.ChartedVersion.Length > 0 ? $"version {board.ChartedVersion}" : "",
    }.Where(part => part.Length > 0));

    /// <summary>The lines that have a value in the charted metric, by that.</summary>
    public static IReadOnlyList<(BoardRow Line, double Value)> ChartedReferences(this BoardView board) =>
        board.Charted is not { } metric ? []
        : [.. board.References.Where(r => r.Scores.ContainsKey(metric.Id) && (r.Setting.Length == 0 || r.Setting == board.ChartedSetting))
            .Select(r => (r, r.Scores[metric.Id].Value)).OrderBy(r => r.Value)];

    /// <summary>
    /// Where each result stands on the axis of time. Of several of which no more than the year or the month is known, those that were
    /// not the best are spread over it in the order they came in, so that they do not pile up.
    /// </summary>
    public static IReadOnlyDictionary<int, double> Positions(this BestOverTime history)
    {
        var points = history.Tracks.SelectMany(t => t.Points).ToList();
        var positions = points.ToDictionary(p => p.Result.Id, p => p.Result.Date!.Value.Position);
        foreach (var box in points.Where(p => !p.WasBest && p.Result.Date!.Value.Day is null).GroupBy(p => p.Result.Date!.Value))
        {
            var width = box.Key.Month is null ? 1.0 : 1.0 / 12;
            var count = box.Count();
            foreach (var (index, point) in box.OrderBy(p => p.Result.Id).Index())
            {
                positions[point.Result.Id] = box.Key.Position + (width * 0.9 * (((index + 0.5) / count) - 0.5));
            }
        }

        return positions;
    }
}
