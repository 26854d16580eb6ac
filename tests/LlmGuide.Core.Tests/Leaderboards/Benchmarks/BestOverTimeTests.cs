using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Tests.Leaderboards.Benchmarks;

/// <summary>The step line of the best so far.</summary>
public sealed class BestOverTimeTests
{
    [Fact]
    public void Only_what_beats_everything_before_is_a_step() =>
        Assert.Equal(["a", "c"], Steps(higherIsBetter: true, ("a", "2016", 20), ("b", "2017", 19), ("c", "2018", 25), ("d", "2019", 25)));

    [Fact]
    public void Where_lower_is_better_the_line_goes_down() =>
        Assert.Equal(["a", "b"], Steps(higherIsBetter: false, ("a", "2016", 20), ("b", "2017", 19), ("c", "2018", 25)));

    [Fact]
    public void Of_one_year_only_the_best_can_have_been_the_best() =>
        Assert.Equal(["b", "c"], Steps(higherIsBetter: true, ("a", "2016", 20), ("b", "2016", 22), ("c", "2016-12", 23)));

    [Fact]
    public void What_has_no_date_is_counted_and_not_placed()
    {
        var history = BestOverTime.Of([Value(1, "a", "2016", 20), Value(2, "b", null, 30)], higherIsBetter: true);
        Assert.Equal((1, 1), (history.Tracks.Single().Points.Count, history.Undated));
    }

    [Fact]
    public void Tracks_do_not_beat_each_other_and_the_main_one_comes_first()
    {
        var history = BestOverTime.Of(
            [Value(1, "extra", "2015", 40, "extra data"), Value(2, "plain", "2016", 20),
                Value(3, "other", "2016", 50, "small track"), Value(4, "more", "2017", 45, "extra data")], higherIsBetter: true);
        Assert.Equal(["", "extra data"], history.Tracks.Select(t => t.Track));
        Assert.Equal("plain", history.Tracks[0].Steps.Single().Model);
    }

    private static IEnumerable<string> Steps(bool higherIsBetter, params (string Model, string Date, double Value)[] results) =>
        BestOverTime.Of([.. results.Select((r, i) => Value(i, r.Model, r.Date, r.Value))], higherIsBetter).Tracks
            .Single().Steps.Select(s => s.Model);

    private static DatedValue Value(int id, string model, string? date, double value, string track = "") =>
        new(id, model, track, PartialDate.Parse(date), value);
}
