using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Leaderboards.Benchmarks.Charts;

/// <summary>What a chart of a board shows, in words.</summary>
/// <param name="last">That of the newest.</param>
internal sealed class ChartStory(BoardView board, int first, int last)
{
    public string Title => FormattableString.Invariant($"Best {board.Charted!.Name} on {board.Facts.Name}{Setting}, {Years}");

    private string Setting => board.ChartedWay().Length > 0 ? $" ({board.ChartedWay()})" : "";

    private string Years => first == last ? FormattableString.Invariant($"{first}") : FormattableString.Invariant($"{first} to {last}");

    public string Text => string.Join(' ', board.History!.Tracks.Select(StoryOf).Append("Every value is in the tables below."));

    private static string StoryOf(TrackHistory track)
    {
        var steps = track.Steps.ToList();
        var (from, to) = (steps[0], steps[^1]);
        var name = track.Track.Length == 0 ? "The best score" : $"With {track.Track} it";
        return steps.Count == 1
            ? $"{name} is {Value(from)} by {from.Model}, {ScoreLabels.Date(from.Date!.Value)}."
            : $"{name} goes from {Value(from)} by {from.Model}, {ScoreLabels.Date(from.Date!.Value)}, "
                + $"to {Value(to)} by {to.Model}, {ScoreLabels.Date(to.Date!.Value)}, in {Labels.Count(steps.Count - 1, "step")}.";
    }

    public static string Value(DatedValue result) => ScoreLabels.Of(result.Value, result.Text);
}
