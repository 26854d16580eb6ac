using LlmGuide.Web.Markdown;

namespace LlmGuide.Web.Tests.Markdown;

/// <summary>The beginning of a text, as lists, mails and titles say it.</summary>
public sealed class ExcerptTests
{
    [Theory]
    [InlineData("Why divide by $\\sqrt{d_k}$?", "Why divide by √(d_k)?")]
    [InlineData("$q\\cdot k$ and $x^2$", "q⋅k and x^2")]
    [InlineData("$\\frac{QK^\\top}{\\sqrt{d_k}}$", "(QK^⊤)/(√(d_k))")]
    [InlineData("$\\sum_{i=1}^{n} x_i$", "∑_(i = 1)^nx_i")]
    [InlineData("> Why divide by\n> $d_k$?\n> — [#2](/c/2)\n\nFor the **variance**, see [there](/x).", "For the variance, see there.")]
    [InlineData("- one\n- two", "one two")]
    [InlineData("a[^1]\n\n[^1]: a note", "a")]
    [InlineData("Costs $5, and A* is `a*b`", "Costs $5, and A* is a*b")]
    [InlineData("Look:\n\n```python\nprint(1)\n```", "Look:")]
    [InlineData("a  \nb\nc", "a b c")]
    [InlineData("> only quoted", "")]
    public void An_excerpt_is_what_is_read_without_what_is_quoted(string markdown, string excerpt) =>
        Assert.Equal(excerpt, Excerpt.Of(Guide.Html(markdown), 200));

    [Theory]
    [InlineData("### How?\n\nI wonder.", "How?")]
    [InlineData("> quoted\n\nFirst line\nof this.\n\nSecond.", "First line of this.")]
    [InlineData("> only quoted", "only quoted")]
    [InlineData("```\nprint(1)\n```", "print(1)")]
    public void A_title_is_the_first_line_and_never_empty(string markdown, string title) =>
        Assert.Equal(title, Excerpt.FirstLine(Guide.Html(markdown), 200));

    [Theory]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("onetwothree", 5, "onetw…")]
    [InlineData("😀😀😀", 3, "😀…")]
    public void It_is_cut_at_a_word_and_never_within_a_sign(string text, int length, string cut) =>
        Assert.Equal(cut, Excerpt.Of($"<p>{text}</p>", length));
}
