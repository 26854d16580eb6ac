using LlmGuide.Web.Revisions;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>What is folded of a text that did not change.</summary>
public sealed class UnchangedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("a\nb\nc\nd\ne\nf")]
    public void A_short_text_is_shown_whole(string text) => Assert.Equal(new UnchangedText(text, "", ""), UnchangedText.Of(text));

    [Fact]
    public void Two_lines_stay_on_each_side_of_what_is_folded()
    {
        var lines = Enumerable.Range(1, 40).Select(n => $"    line {n}\n").ToList();
        var same = UnchangedText.Of(string.Concat(lines));

        Assert.Equal("    line 1\n    line 2\n", same.Head);
        Assert.StartsWith("    line 3\n", same.Folded, StringComparison.Ordinal);
        Assert.EndsWith("    line 40\n", same.Tail, StringComparison.Ordinal);
        Assert.InRange(same.Lines, 35, 37);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Of_a_long_line_some_words_stay_and_nothing_is_lost(int words)
    {
        var text = string.Concat(Enumerable.Repeat("word ", words));
        var same = UnchangedText.Of(text);

        Assert.Equal(text, same.Head + same.Folded + same.Tail);
        Assert.InRange(same.Head.Length, 1, 200);
        Assert.InRange(same.Tail.Length, 1, 200);
        Assert.EndsWith(" ", same.Head, StringComparison.Ordinal);
    }
}
