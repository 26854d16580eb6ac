using LlmGuide.Core;
using LlmGuide.Web.Markdown;

namespace LlmGuide.Web.Tests.Markdown;

public sealed class BoundsTests
{
    [Fact]
    public void A_text_of_the_longest_length_is_rendered_and_a_longer_one_refused()
    {
        Assert.NotEmpty(Guide.Html(Guide.Repeat("word ")));

        var refusal = Assert.Throws<MarkdownException>(() => Guide.Html(Guide.Repeat("word ") + "."));
        Assert.Equal("The text is too long: at most 20,000 characters.", refusal.Message);
    }

    /// <summary>Each of these took Markdig 1.6 between 0.1 and 7 seconds, or made it throw, or gave megabytes of HTML.</summary>
    public static TheoryData<string, string> Crafted => new()
    {
        { "quotes", Guide.Repeat(">") },
        { "quotes in many lines", Guide.Repeat(new string('>', 100) + "a\n") },
        { "lists in a line", Guide.Repeat("- ") },
        { "lists and quotes", Guide.Repeat("* > ") },
        { "numbered lists in a line", Guide.Repeat("1. ") },
        { "list in list", string.Concat(Enumerable.Range(0, 139).Select(depth => new string(' ', 2 * depth) + "- a\n")) },
        { "brackets", Guide.Repeat("[") },
        { "brackets inside one another", Guide.Repeat("[", 10_000) + Guide.Repeat("]", 10_000) },
        { "images", Guide.Repeat("![") },
        { "links inside one another", Guide.Repeat("[", 6_000) + Guide.Repeat("](a)", 13_000) },
        { "bars and brackets", Guide.Repeat("|[") },
        { "emphasis inside one another", Guide.Repeat("**a *b ", 10_000) + Guide.Repeat("c* d**", 10_000) },
        { "a wide table", $"{Guide.Repeat("|a", 6_000)}|\n{Guide.Repeat("|-", 6_000)}|\n{Guide.Repeat("|b\n", 7_000)}" },
        { "a table of empty rows", $"{Guide.Repeat("|a", 40)}|\n{Guide.Repeat("|-", 40)}|\n{Guide.Repeat("|\n", 19_900)}" },
        { "a long address behind many references", $"[a]: /{Guide.Repeat("b", 9_900)}\n\n{Guide.Repeat("[a]", 9_900)}" },
        { "many formulas", string.Concat(Enumerable.Range(0, 1_500).Select(number => $"$x_{{{number}}}$ ")) },
    };

    [Theory]
    [MemberData(nameof(Crafted))]
    public void A_text_made_to_be_slow_is_refused(string what, string markdown)
    {
        Assert.NotEmpty(what);
        Assert.True(markdown.Length <= TextLimits.Length);

        Assert.Throws<MarkdownException>(() => Guide.Html(markdown));
    }

    [Theory]
    [InlineData("> > > a")]
    [InlineData("- a\n  - b\n    - c\n      - d")]
    [InlineData("* * *")]
    [InlineData("- - - - - - - - - - - - - - - -")]
    [InlineData("********************************************************************************")]
    [InlineData("see [0, 1) and [1, 2) and [2, 3)")]
    [InlineData("```text\n[[[[[[[[[[1]]]]]]]]]]\n| a | b | c |\n```")]
    public void What_people_write_is_within_the_bounds(string markdown) => Assert.NotEmpty(Guide.Html(markdown));
}
