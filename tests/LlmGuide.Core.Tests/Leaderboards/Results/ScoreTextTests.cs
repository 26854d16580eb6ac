using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Tests.Leaderboards.Results;

/// <summary>Cells of results tables, as people write them: read as meant, or refused with a reason.</summary>
public sealed class ScoreTextTests
{
    [Theory]
    [InlineData("94.6", 94.6)]
    [InlineData("91.0 ± 0.3", 91.0)]
    [InlineData("0.25±0.005", 0.25)]
    [InlineData("91.0 +/- 0.3", 91.0)]
    [InlineData("≈ 34", 34)]
    [InlineData("~257M", 257_000_000)]
    [InlineData("1,024", 1024)]
    [InlineData("1,234,567.5", 1_234_567.5)]
    [InlineData("87 %", 87)]
    [InlineData("28.5*", 28.5)]
    [InlineData("39.9+", 39.9)]
    [InlineData("93.0/90.7", 93.0)]
    [InlineData("91.1/90.7*", 91.1)]
    [InlineData("17.1(16.1 with basic dynamic evaluation)", 17.1)]
    [InlineData("70.14 (measured by Ge et al., 2018)", 70.14)]
    [InlineData("**55.6**", 55.6)]
    [InlineData("\uFEFF93.3", 93.3)]
    [InlineData("−0.5", -0.5)]
    [InlineData(".85", 0.85)]
    [InlineData("1e-3", 0.001)]
    [InlineData("580k", 580_000)]
    public void A_figure_is_read_as_meant(string cell, double value)
    {
        var read = ScoreText.Read(cell);
        Assert.Null(read.Refusal);
        Assert.Equal(value, read.Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("--*")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("?")]
    [InlineData("NaN")]
    [InlineData(null)]
    public void A_sign_for_not_known_is_no_value_and_no_mistake(string? cell) => Assert.Equal(ScoreReading.Blank, ScoreText.Read(cell));

    [Theory]
    [InlineData("0,85", "two ways")]
    [InlineData("1.024,5", "not a number")]
    [InlineData("(32.76 32.07 26.26 22.74)", "not a number")]
    [InlineData("Please tell us", "not a number")]
    [InlineData("1e999", "not a number")]
    [InlineData("12 34", "not a number")]
    public void What_can_be_read_in_two_ways_or_none_is_refused(string cell, string reason)
    {
        var read = ScoreText.Read(cell);
        Assert.Null(read.Value);
        Assert.Contains(reason, read.Refusal);
    }

    [Theory]
    [InlineData("91.0 ± 0.3", "91.0 ± 0.3")]
    [InlineData("35.0", "35.0")]
    [InlineData("94.6", null)]
    public void What_says_more_than_its_number_is_kept_as_it_is(string cell, string? kept) =>
        Assert.Equal(kept, ScoreText.Remainder(cell, ScoreText.Read(cell).Value!.Value));

    [Fact]
    public void A_fraction_among_percentages_is_read_as_percent_and_said()
    {
        var column = Column("91.2", "0.93", "88.0");
        Assert.Equal([91.2, 93, 88.0], column.Select(c => Math.Round(c.Value!.Value, 9)));
        Assert.Contains("share of 1", column[1].Remark);
    }

    [Fact]
    public void A_percentage_with_its_sign_among_fractions_is_read_as_a_fraction() =>
        Assert.Equal([0.91, 0.87, 0.8], Column("0.91", "87%", "0.80").Select(c => c.Value));

    [Fact]
    public void Small_numbers_stay_what_they_are_in_a_column_of_small_numbers() =>
        Assert.Equal([0.62, 0.8, 1.29], Column("0.62", "0.80", "1.29").Select(c => c.Value));

    [Fact]
    public void Two_values_tell_nothing_about_a_column() =>
        Assert.Equal([91.2, 0.93], Column("91.2", "0.93").Select(c => c.Value));

    [Theory]
    [InlineData("2019", "2019", 2019.5)]
    [InlineData("2019-07", "2019-07", 2019 + (6.5 / 12))]
    [InlineData("2019-01-01", "2019-01-01", 2019 + (0.5 / 365))]
    public void A_date_may_be_only_a_year(string text, string same, double position)
    {
        var date = PartialDate.Parse(text);
        Assert.Equal(same, date.ToString());
        Assert.Equal(position, date!.Value.Position, 1e-9);
    }

    [Theory]
    [InlineData("June 2019")]
    [InlineData("2019-13")]
    [InlineData("2019-02-30")]
    [InlineData("19")]
    [InlineData("3019")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_not_guessed(string? text) => Assert.Null(PartialDate.Parse(text));

    [Theory]
    [InlineData("Test perplexity", false)]
    [InlineData("Error", false)]
    [InlineData("WER (%)", false)]
    [InlineData("Bit per Character (BPC)", false)]
    [InlineData("F1 score", true)]
    [InlineData("Top 1 Accuracy", true)]
    [InlineData("ROUGE-L", true)]
    [InlineData("EM", true)]
    [InlineData("Semantics", null)]
    [InlineData("Parameters", null)]
    public void The_better_end_of_a_metric_is_known_by_its_name_or_not_at_all(
        string name, bool? higher) => Assert.Equal(higher, MetricNames.Direction(name));

    private static IReadOnlyList<ScaledScore> Column(params string[] cells) => ScoreColumn.Align([.. cells.Select(ScoreText.Read)]);
}
