using System.Globalization;

using CsCheck;

using LlmGuide.Core.Catalogue.Topics.Checks;

namespace LlmGuide.Core.Tests.Catalogue.Topics.Checks;

/// <summary>A number is read in the ways in which people type one.</summary>
public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("70272", 70272, "")]
    [InlineData("70,272", 70272, "")]
    [InlineData("70272 B", 70272, "B")]
    [InlineData("70 272", 70272, "")]
    [InlineData("70\u00a0272 bytes.", 70272, "bytes")]
    [InlineData("70'272", 70272, "")]
    [InlineData("1.234.567", 1234567, "")]
    [InlineData("1,234,567.5", 1234567.5, "")]
    [InlineData("1.234.567,5 kB", 1234567.5, "kB")]
    [InlineData("7.03e4", 70300, "")]
    [InlineData("7.03E+4 B", 70300, "B")]
    [InlineData("7.03×10^4", 70300, "")]
    [InlineData("7,03 · 10⁴", 70300, "")]
    [InlineData("7.03 * 10**4", 70300, "")]
    [InlineData("2x10^-3", 0.002, "")]
    [InlineData("10⁻³", 0.001, "")]
    [InlineData("2^20", 1048576, "")]
    [InlineData("0,64", 0.64, "")]
    [InlineData("0,640", 0.64, "")]
    [InlineData("1234,567", 1234.567, "")]
    [InlineData(".5", 0.5, "")]
    [InlineData("−0.88", -0.88, "")]
    [InlineData("≈ 3/4", 0.75, "")]
    [InlineData("about 35 billion", 35, "billion")]
    [InlineData("82%", 82, "%")]
    [InlineData("70{,}272", 70272, "")]
    [InlineData("65 GB", 65, "GB")]
    public void Is_read(string typed, double value, string unit)
    {
        var read = TypedNumber.Read(typed);
        Assert.NotNull(read);
        Assert.Equal(value, read.Value, 1e-9 * Math.Abs(value));
        Assert.Equal(unit, read.Unit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("GB 65")]
    [InlineData("7 8")]
    [InlineData("12,34,56")]
    [InlineData("1.2.3")]
    [InlineData("1/0")]
    [InlineData("9e9999")]
    [InlineData("between 3 and 5")]
    public void Is_not_guessed(string typed) => Assert.Null(TypedNumber.Read(typed));

    [Fact]
    public void Ten_thousand_characters_are_no_number() => Assert.Null(TypedNumber.Read(new string('7', 10_000)));

    [Theory]
    [InlineData("0.64", 0.005)]
    [InlineData("65", 0)]
    [InlineData("2.5e3", 50)]
    public void The_last_digit_says_how_far_it_was_rounded(string typed, double rounding) =>
        Assert.Equal(rounding, TypedNumber.RoundingOf(typed), 1e-9);

    [Fact]
    public void Every_whole_number_is_the_same_however_it_is_grouped() => Gen.Long[0, 999_999_999_999].Sample(number =>
    {
        var grouped = number.ToString("N0", CultureInfo.InvariantCulture);
        Assert.All(
            (string[])[$"{number}", grouped, grouped.Replace(',', ' '), grouped.Replace(',', '\''), $"{number} tokens"],
            typed => Assert.Equal(number, TypedNumber.Read(typed)?.Value));
    });

    [Fact]
    public void Every_number_is_read_back_as_a_program_writes_it() => Gen.Double.Where(double.IsFinite).Sample(number =>
    {
        var read = TypedNumber.Read(number.ToString("R", CultureInfo.InvariantCulture));
        Assert.Equal(number, read?.Value ?? double.NaN, 1e-9 * Math.Abs(number));
    });

    [Fact]
    public void Nothing_that_is_typed_fails() => Gen.String.Sample(typed => TypedNumber.Read(typed)?.Value is not double.NaN);
}
