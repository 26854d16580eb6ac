using LlmGuide.Core.Interchange.Boards;

namespace LlmGuide.Core.Tests.Interchange.Boards;

/// <summary>CSV that RFC 4180 and spreadsheets agree on.</summary>
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" edge", "\" edge\"")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-model", "'-model")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    public void A_field_is_quoted_where_it_must_be_and_never_a_formula(string field, string written) =>
        Assert.Equal(written + "\r\n", CsvText.Line([field]));

    [Fact]
    public void What_is_not_there_is_empty() => Assert.Equal("a,,b\r\n", CsvText.Line(["a", null, "b"]));
}
