using System.Text.RegularExpressions;

using LlmGuide.Core;

namespace LlmGuide.Web.Tests.Markdown;

public sealed class FormulaTests
{
    [Theory]
    [InlineData(@"\mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V")]
    [InlineData(@"\begin{pmatrix}a & b\\c & d\end{pmatrix}")]
    [InlineData(@"\begin{bmatrix}1 & \cdots & n\\\vdots & \ddots & \vdots\end{bmatrix}")]
    [InlineData(@"f(x)=\begin{cases}x & \text{if } x>0\\0 & \text{otherwise}\end{cases}")]
    [InlineData(@"\begin{aligned}a &= b + c\\&= d\end{aligned}")]
    [InlineData(@"\begin{array}{|c|c|}\hline a & b\\\hline\end{array}")]
    [InlineData(@"\mathbb{E}_{x\sim p}\left[\log p_\theta(x)\right]")]
    [InlineData(@"\operatorname{softmax}(z)_i=\frac{e^{z_i}}{\sum_{j=1}^{K}e^{z_j}}")]
    [InlineData(@"\operatorname*{arg\,max}_{\theta}\mathcal{L}(\theta)")]
    [InlineData(@"\mathbf{x}\in\mathbb{R}^{n\times d},\quad \boldsymbol{\mu},\ \mathfrak{g},\ \mathsf{T},\ \mathtt{t}")]
    [InlineData(@"\hat{y},\bar{x},\tilde{a},\vec{v},\dot{x},\overline{ab},\underbrace{a+b}_{n},\overbrace{c}^{m}")]
    [InlineData(@"\|x\|_2,\ \lfloor x\rfloor,\ \langle a,b\rangle,\ \mathrm{KL}(p\,\|\,q),\ \binom{n}{k},\ \sqrt[3]{x}")]
    [InlineData(@"\underset{x}{\min}\ \xrightarrow{f}\ \phantom{x}\ \boxed{y}\ \cancel{z}\ \substack{a\\b}\ a\bmod b")]
    [InlineData(@"\int_0^\infty\prod_{i}\coprod\bigcup\oint\limits_{C} x\,dx \tag{1}")]
    public void A_formula_becomes_MathML_that_the_allow_list_leaves_alone(string tex)
    {
        var mathMl = Guide.Formulas.ToMathMl(tex, display: true, TestContext.Current.CancellationToken);

        Assert.StartsWith("<math display=\"block\" tabindex=\"0\" alttext=\"", mathMl, StringComparison.Ordinal);
        Assert.DoesNotContain("annotation", mathMl, StringComparison.Ordinal);
        Assert.Equal(
            Tags(mathMl.Replace(" mathbackground=\"black\"", "", StringComparison.Ordinal)), Tags(Guide.Html($"$${tex}$$")[3..^4]));
    }

    [Fact]
    public void A_formula_stands_in_its_sentence()
    {
        Assert.Equal(
            "<p>For <math alttext=\"x&lt;y\"><mrow><mi>x</mi><mo>&lt;</mo><mi>y</mi></mrow></math>, say.</p>",
            Guide.Html("For $x<y$, say."));
    }

    [Fact]
    public void What_encloses_a_fraction_is_as_tall_as_it()
    {
        Assert.Equal(2, Guide.Html(@"$\left\|\frac ab\right\|$").Split("<mo fence=\"true\" stretchy=\"true\">∥</mo>").Length - 1);
        Assert.DoesNotContain("stretchy=\"true\"", Guide.Html("$(a)$"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\sqrt{d_k}", false)]
    [InlineData(@"p_\theta(y\mid x)=\prod_{t=1}^{n} p_\theta(y_t\mid y_1,\dots,y_{t-1},x)", true)]
    public void A_formula_in_a_sentence_can_be_scrolled_with_the_keyboard_when_it_is_long(string tex, bool isLong) =>
        Assert.Equal(isLong, Guide.Html($"Where ${tex}$ is.").Contains("<math tabindex=\"0\" alttext", StringComparison.Ordinal));

    [Theory]
    [InlineData("$$x$$")]
    [InlineData("$$\nx\n$$")]
    [InlineData("$$x\n$$")]
    public void Two_dollars_make_a_formula_of_its_own(string markdown) =>
        Assert.Matches(
            "^<p><math display=\"block\" tabindex=\"0\" alttext=\"x\"><mrow><mi>x</mi></mrow></math></p>$", Guide.Html(markdown));

    [Fact]
    public void A_formula_may_hold_bars_in_a_table()
    {
        var html = Guide.Html("| a | b |\n|---|---|\n| $|x|$ | $\\|y\\|$ |");

        Assert.Equal(2, html.Split("<td>").Length - 1);
        Assert.Contains("alttext=\"|x|\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It costs $5 and $10.")]
    [InlineData("From $5-$10 to $20/month.")]
    [InlineData("US$5 or A$6 for $HOME and $PATH")]
    [InlineData("$ 5 or 6 $")]
    [InlineData("a $ b $ c")]
    [InlineData("$5")]
    [InlineData("$")]
    [InlineData("a $$")]
    [InlineData("$$$")]
    [InlineData(@"\$x\$")]
    [InlineData("`$x$`")]
    [InlineData("a $x\ny$ b")]
    public void Money_and_code_are_not_formulas(string markdown) =>
        Assert.DoesNotContain("<math", Guide.Html(markdown + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("the $k$th of $n$, or $n$-th", 3)]
    [InlineData("($x$), “$y$”: $z$.", 3)]
    [InlineData("about $5.7$B", 1)]
    [InlineData("costs $5 for $n$ tokens, $5", 1)]
    [InlineData(@"$\text{\$5}$", 1)]
    [InlineData(@"$$\text{for $n$}$$", 1)]
    public void Formulas_are_found_beside_words_and_money(string markdown, int formulas) =>
        Assert.Equal(formulas, Guide.Html(markdown).Split("<math").Length - 1);

    [Theory]
    [InlineData(@"\foo", @"the command \foo is not known")]
    [InlineData("x^2^3", "Double superscript")]
    [InlineData(@"\frac{1", "Unexpected end of input in a macro argument, expected '}'")]
    [InlineData("{x", "Expected '}', got the end")]
    [InlineData(@"\def\a{\a\a}\a", "its macros are too many, or never end")]
    public void A_wrong_formula_is_quoted_with_the_reason(string tex, string reason)
    {
        var refusal = Assert.Throws<MarkdownException>(() => Guide.Html($"Text ${tex}$ text"));

        Assert.Equal($"The formula ${tex}$ cannot be shown: {reason}.", refusal.Message);
    }

    [Theory]
    [InlineData("$$\n$$", "There is an empty formula")]
    [InlineData("$$\nx\n\ny", "A formula that begins with a line of $$ has no end")]
    public void A_formula_without_content_or_end_is_refused(string markdown, string reason)
    {
        var refusal = Assert.Throws<MarkdownException>(() => Guide.Html(markdown));

        Assert.StartsWith(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\mathbb{R}", "<mi>ℝ</mi>")]
    [InlineData(@"\mathbb{E}", "<mi>𝔼</mi>")]
    [InlineData(@"\mathcal{L}", "<mi>ℒ</mi>")]
    [InlineData(@"\mathbf{x}", "<mi>𝐱</mi>")]
    [InlineData(@"\mathbf{1}", "<mn>𝟏</mn>")]
    [InlineData(@"\mathfrak{g}", "<mi>𝔤</mi>")]
    [InlineData(@"\mathrm{d}", "<mi mathvariant=\"normal\">d</mi>")]
    public void Letters_of_another_alphabet_are_written_as_such_since_browsers_ignore_mathvariant(string tex, string mathMl) =>
        Assert.Contains(mathMl, Guide.Html($"${tex}$"), StringComparison.Ordinal);

    [Theory]
    [InlineData(@"\rule{9999em}{9999em}")]
    [InlineData(@"\kern9999em x")]
    public void Sizes_are_bounded(string tex)
    {
        var html = Guide.Html($"${tex}$");

        Assert.Contains("width=\"20em\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("9999em\" ", html.Replace("alttext=\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static List<string> Tags(string html) =>
        [.. Regex.Matches(html, "<[a-z]+[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(tag => tag.Value.Replace("/>", ">", StringComparison.Ordinal))];
}
