using LlmGuide.Web.Markdown.Mathematics;

namespace LlmGuide.Web.Tests.Markdown.Mathematics;

public sealed class KatexTests
{
    /// <summary>Without the limit of depth the first of these ends the whole process: Jint's guard of the stack comes too late.</summary>
    [Theory]
    [InlineData("{", "}", 990)]
    [InlineData(@"\sqrt{", "}", 280)]
    [InlineData(@"\left(", @"\right)", 150)]
    [InlineData("x^{", "}", 490)]
    [InlineData(@"\begin{cases}", @"\end{cases}", 80)]
    [InlineData(@"\displaystyle ", "", 140)]
    [InlineData("%\n", "", 990)]
    [InlineData(@"\text{", "}", 280)]
    public void A_formula_that_is_nested_too_deeply_is_refused(string open, string close, int times)
    {
        using var katex = new Katex();
        var tex = string.Concat(Enumerable.Repeat(open, times)) + "x" + string.Concat(Enumerable.Repeat(close, times));

        Assert.Equal("it is too complicated", Render(katex, tex).Refusal);
    }

    [Fact]
    public void A_formula_whose_macros_multiply_is_given_up()
    {
        using var katex = new Katex();
        var tex = @"\def\a#1{#1#1#1#1#1#1#1#1#1#1}\a{\a{\a{" + new string('x', 1_900) + "}}}";

        Assert.Equal("it is too complicated", Render(katex, tex).Refusal);
    }

    [Fact]
    public void After_a_limit_was_hit_the_next_formula_works()
    {
        using var katex = new Katex();
        Render(katex, new string('{', 500));

        Assert.Contains("<math", Render(katex, "x").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_macro_of_one_formula_is_not_known_in_the_next()
    {
        using var katex = new Katex();
        Render(katex, @"\gdef\mine{x}\mine");

        Assert.Equal(@"Undefined control sequence: \mine", Render(katex, @"\mine").Refusal);
    }

    [Fact]
    public void Several_threads_may_ask_at_once()
    {
        using var katex = new Katex();

        var answers = Enumerable.Range(0, 40).AsParallel().WithDegreeOfParallelism(8)
            .Select(number => (number, Render(katex, $"x_{{{number}}}").Html)).ToList();

        Assert.All(answers, answer => Assert.Contains($">{answer.number}</m", answer.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_formula_ends_with_its_asker()
    {
        using var katex = new Katex();
        using var left = new CancellationTokenSource();
        left.Cancel();

        Assert.Throws<OperationCanceledException>(() => katex.Render("x", display: false, left.Token));
    }

    private static KatexAnswer Render(Katex katex, string tex) => katex.Render(tex, display: false, TestContext.Current.CancellationToken);
}
