using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Tests.Leaderboards.Results;

public sealed class MeasurerTests
{
    [Theory]
    [InlineData("authors", MeasurerKind.Authors, "", false)]
    [InlineData("authors (Google)", MeasurerKind.Authors, "Google", false)]
    [InlineData("vendor (OpenAI)", MeasurerKind.Vendor, "OpenAI", false)]
    [InlineData("owner (Sierra (τ-bench))", MeasurerKind.Owner, "Sierra (τ-bench)", true)]
    [InlineData(" third party (Scale AI) ", MeasurerKind.ThirdParty, "Scale AI", true)]
    public void Who_measured_is_read_as_it_is_written(string text, MeasurerKind kind, string name, bool independent)
    {
        var by = Measurer.Parse(text);
        Assert.Equal(new Measurer(kind, name), by);
        Assert.Equal(independent, by!.IsIndependent);
        Assert.Equal(text.Trim(), by.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vendor")]
    [InlineData("vendor ()")]
    [InlineData("authors ()")]
    [InlineData("OpenAI")]
    [InlineData("Vendor (OpenAI)")]
    [InlineData("vendor (OpenAI")]
    [InlineData("vendor OpenAI)")]
    public void What_does_not_name_who_it_was_is_not_guessed(string? text) => Assert.Null(Measurer.Parse(text));
}
