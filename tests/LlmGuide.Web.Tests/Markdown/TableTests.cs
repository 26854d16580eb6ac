using System.Text.RegularExpressions;

namespace LlmGuide.Web.Tests.Markdown;

public sealed partial class TableTests
{
    [Theory]
    [InlineData("| a | b |\n|---|---|\n| `x \\| y` | d |", "a,b;<code>x | y</code>,d")]
    [InlineData("| a | b |\n|---|---|\n| ``x \\| ` \\| y`` | `p|q` |", "a,b;<code>x | ` | y</code>,<code>p|q</code>")]
    [InlineData("a | b\n---|---\n*x* \\| y | **`p \\| q`**", "a,b;<em>x</em> | y,<strong><code>p | q</code></strong>")]
    [InlineData("Col1 | Col2\n---|---\nfirst`|row`\nsecond|row", "Col1,Col2;first<code>|row</code>,;second,row")]
    [InlineData("a | b\n---|---\n`x` | `y|z`\n`w`", "a,b;<code>x</code>,<code>y|z</code>;<code>w</code>,")]
    [InlineData("`a` | b\n---|---\nx | y\nz", "<code>a</code>,b;x,y;z,")]
    [InlineData("a | b\n:-- | --:\nx \\| y\nz | w", "a,b;x | y,;z,w")]
    [InlineData("| a | b |\n|---|---|\n| c | d |\nlast", "a,b;c,d;last,")]
    [InlineData("> a | b\n> ---|---\n> `x|y`", "a,b;<code>x|y</code>,")]
    public void A_row_is_a_row_whatever_bars_it_has(string text, string cells) => Assert.Equal(cells, Cells(Guide.Html(text)));

    [Theory]
    [InlineData("a | b\nc | d\ne")]
    [InlineData("a\n---\nb")]
    [InlineData("`a | b`\n\n`c \\| d`")]
    [InlineData("Text\n`a | b`\n|---|\nc")]
    public void Bars_alone_make_no_table(string text) => Assert.DoesNotContain("<table", Guide.Html(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("The numbers:\n| a | b |\n|---|---|\n| c | d |", "<p>The numbers:</p>", "a,b;c,d")]
    [InlineData("One line\nand another\na | b\n---|---\nc", "<p>One line\nand another</p>", "a,b;c,")]
    [InlineData("- An item\n  | a | b |\n  |---|---|\n  | `x \\| y` | d |", "<li>An item", "a,b;<code>x | y</code>,d")]
    [InlineData("> So:\n> | a |\n> |---|\n> | b |", "<p>So:</p>", "a;b")]
    public void A_table_may_follow_a_line_of_text(string text, string before, string cells)
    {
        var html = Guide.Html(text);
        Assert.Contains(before, html, StringComparison.Ordinal);
        Assert.Equal(cells, Cells(html));
    }

    [Fact]
    public void Outside_a_table_code_stays_as_it_was_typed() => Assert.Equal("<p><code>x \\| y</code></p>", Guide.Html("`x \\| y`"));

    private static string Cells(string html) => string.Join(';', Row().Matches(html).Select(
        row => string.Join(',', Cell().Matches(row.Value).Select(cell => cell.Groups["cell"].Value))));

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(?<cell>.*?)</t[hd]>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();
}
