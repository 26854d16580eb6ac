using LlmGuide.Core.Text;

namespace LlmGuide.Core.Tests.Text;

/// <summary>What somebody wrote turns nothing around that stands beside it.</summary>
public sealed class BidiTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u202Eb", "a\u202Eb\u202C")]
    [InlineData("a\u202Ab\u202Dc", "a\u202Ab\u202Dc\u202C\u202C")]
    [InlineData("a\u2067b\u202Bc", "a\u2067b\u202Bc\u202C\u2069")]
    [InlineData("a\u202Cb\u2069", "ab")]
    [InlineData("\u2066a\u202Eb\u2069c", "\u2066a\u202Ebc\u202C\u2069")]
    [InlineData("\u202Ea\u202C", "\u202Ea\u202C")]
    [InlineData("a\u200Fb\u200E", "a\u200Fb\u200E")]
    [InlineData("שלום", "שלום")]
    public void What_is_opened_is_closed_and_nothing_else_is(string text, string closed) => Assert.Equal(closed, BidiText.Closed(text));

    [Theory]
    [InlineData("Attention", "Attention")]
    [InlineData("注意力", "注意力")]
    [InlineData("שלום!", "\u2068שלום!\u2069")]
    [InlineData("مرحبا", "\u2068مرحبا\u2069")]
    [InlineData("a\u200F!", "\u2068a\u200F!\u2069")]
    [InlineData("a\u202E b", "\u2068a\u202E b\u202C\u2069")]
    [InlineData("a\u202A b", "a\u202A b\u202C")]
    public void What_runs_from_the_right_stands_by_itself(string text, string isolated) => Assert.Equal(isolated, BidiText.Isolated(text));
}
