using LlmGuide.Core;

namespace LlmGuide.Web.Tests.Markdown;

/// <summary>Formulas between <c>\(</c> and <c>\)</c>, and between <c>\[</c> and <c>\]</c>.</summary>
public sealed class BracketFormulaTests
{
    [Theory]
    [InlineData(@"\(x^2\) and \[y=z\]", @"$x^2$ and $$y=z$$")]
    [InlineData(@"For \( k \)th of \(n\).", "For $k$th of $n$.")]
    [InlineData(@"\(f(x)\), \(\left(\frac ab\right)\), \(a\\b\)", @"$f(x)$, $\left(\frac ab\right)$, $a\\b$")]
    [InlineData("\\[\na &= b\n\\]", "$$\na = b\n$$")]
    [InlineData("\\[\na\n+ b\n- c\n\\]", "$$\na\n+ b\n- c\n$$")]
    [InlineData("\\[\na\n\n= b \\]\n\nafter", "$$\na\n\n= b\n$$\n\nafter")]
    [InlineData("text\n\\[\nx\n\\]\ntext", "text\n$$\nx\n$$\ntext")]
    [InlineData("- item\n\n  \\[\n  x\n  \\]", "- item\n\n  $$\n  x\n  $$")]
    [InlineData("> \\[\n> x\n> \\]", "> $$\n> x\n> $$")]
    [InlineData("see \\[x\n+y\\] there", "see $$x\n+y$$ there")]
    [InlineData("| a |\n|---|\n| \\(p(x|y)\\) |", "| a |\n|---|\n| $p(x|y)$ |")]
    [InlineData("The $`a_1 * b_1`$th and $``$", "The $a_1 * b_1$th and $``$")]
    [InlineData("```math\na\n+ b\n```", "$$\na\n+ b\n$$")]
    public void Brackets_are_what_dollars_are(string brackets, string dollars) => Assert.Equal(
        Guide.Html(dollars), Guide.Html(brackets.Replace("&=", "=", StringComparison.Ordinal)));

    [Theory]
    [InlineData(@"`\(x\)`", @"<p><code>\(x\)</code></p>")]
    [InlineData("```\n\\[\nx\n\\]\n```", "<pre tabindex=\"0\"><code>\\[\nx\n\\]\n</code></pre>")]
    [InlineData("    \\[\n    x\n    \\]", "<pre tabindex=\"0\"><code>\\[\nx\n\\]\n</code></pre>")]
    [InlineData(@"\\(x\\)", @"<p>\(x\)</p>")]
    [InlineData(@"\(open", "<p>(open</p>")]
    [InlineData(@"\[open", "<p>[open</p>")]
    [InlineData(@"a\) b\(", "<p>a) b(</p>")]
    [InlineData(@"\(\) \[ \]", "<p>() [ ]</p>")]
    [InlineData("\\(a\nb\\)", "<p>(a\nb)</p>")]
    [InlineData(@"\(a `\)` b", "<p>(a <code>\\)</code> b</p>")]
    public void In_code_and_alone_they_are_what_was_typed(string text, string html) => Assert.Equal(html, Guide.Html(text));

    [Fact]
    public void A_formula_of_several_lines_must_end()
    {
        var refusal = Assert.Throws<MarkdownException>(() => Guide.Html("\\[\nx\n\nmore text"));

        Assert.Contains(@"\]", refusal.Message, StringComparison.Ordinal);
    }
}
