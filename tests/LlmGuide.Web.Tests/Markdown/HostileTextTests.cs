using CsCheck;

using LlmGuide.Core;
using LlmGuide.Core.Tests;
using LlmGuide.Web.Markdown;
using LlmGuide.Web.Markdown.Code;
using LlmGuide.Web.Markdown.Mathematics;

namespace LlmGuide.Web.Tests.Markdown;

/// <summary>
/// Whatever people send is refused, or rendered with what a text of the greatest length may take of the processor and of memory. Markdig
/// takes time with the square of some marks, which the limit of length keeps small: the worst of these took 0.2 s.
/// </summary>
public sealed class HostileTextTests
{
    private const int MegabytesOfText = 100;
    private const int MegabytesOfCode = 100;

    /// <summary>Twice what Jint lets a formula allocate: it looks now and then.</summary>
    private const int MegabytesOfFormula = 256;

    private static readonly TimeSpan ProcessorOfText = TimeSpan.FromSeconds(1.5);

    private static readonly string[] OfTexts =
    [
        "*", "**a *b ", "*a **a ", "_a ", "a**b*c", "~~a", "`a", "``", "$", "$$a ", "<a ", "<b>", "[a](", "[]", "[", "]", "![", "](a)", "&",
        "&amp;", "\\", "| a", "|", "|-", "> a\n", "> ", "- ", "-\n", "1. a\n", "  - a\n", "[a]: b 'c\n", "[^a]", "[^a]: b\n", "# a\n",
        "- [ ] a\n", "\n", "\n\n", " ", "a", "word ", "https://a.b ", "@name ", "www.a.b ", "```\n", "~~~a\n", "\t", "é", "\uD83D\uDE00",
        "\0", "<https://a>", "a@b.c ", "---\n", "===\n",
    ];

    private static readonly string[] OfFormulas =
    [
        "{", "}", "x", "^", "_", "\\", "\\frac", "\\sqrt", "\\left(",
        "\\right)", "\\text{", "\\begin{matrix}", "\\end{matrix}", "&", "\\\\",
        "\\def\\a", "#1", "\\a", "\\color{red}", "%", "\n", "\\rule{1em}{1em}", "\\hspace{1em}", "\\overbrace", "\\mathbb{R}", "\\sum",
        "~",
        " ", "1", "é", "\\char\"41", "\\raisebox{1em}", "\\genfrac", "\\over", "$", "\\verb|", "\\tag{1}",
    ];

    public static TheoryData<string> Patterns => [.. OfTexts];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_text_of_one_pattern_takes_no_more_than_a_text_may(string pattern) =>
        Spends(() => Render(Guide.Repeat(pattern)), ProcessorOfText, MegabytesOfText);

    [Fact]
    public void Whatever_a_text_is_made_of_it_takes_no_more_than_a_text_may() =>
        Gen.Int[0, OfTexts.Length - 1].Select(index => OfTexts[index]).Array[1, 8].Sample(
            parts => Spends(() => Render(Guide.Repeat(string.Concat(parts))), ProcessorOfText, MegabytesOfText),
            seed: "0000KOIso3b0",
            iter: 40,
            threads: 1);

    [Fact]
    public void Whatever_a_formula_is_made_of_it_takes_no_more_than_a_formula_may()
    {
        using var katex = new Katex();
        Assert.NotNull(katex.Render("x", display: false, TestContext.Current.CancellationToken).Html);
        Gen.Int[0, OfFormulas.Length - 1].Select(index => OfFormulas[index]).Array[1, 12].Sample(
            parts => Spends(
                () => katex.Render(Guide.Repeat(string.Concat(parts), Formulas.LongestSource), display: true, CancellationToken.None),
                Katex.LongestFormula + Grace,
                MegabytesOfFormula),
            seed: "0000KOIso3b0",
            iter: 60,
            threads: 1);
    }

    /// <summary>Those of them that took ColorCode seconds or minutes, and every language with each of its signs.</summary>
    [Theory]
    [InlineData("python", "11e")]
    [InlineData("csharp", "@\"")]
    [InlineData("cpp", "/*")]
    [InlineData("javascript", "/a")]
    [InlineData("sql", "'a")]
    [InlineData("xml", "<a b='")]
    [InlineData("json", "\"\\")]
    [InlineData("powershell", "$a")]
    [InlineData("haskell", "{-")]
    [InlineData("fsharp", "(*")]
    [InlineData("fortran", "1.e")]
    public void Code_of_one_pattern_takes_no_more_than_code_may(string language, string pattern)
    {
        var patience = TimeSpan.FromSeconds(1);
        var code = Guide.Repeat(pattern, 4_000);
        Assert.NotNull(CodeColours.LanguageOf(language));
        Spends(() => CodeColours.TryWrite(code, CodeColours.LanguageOf(language)!, patience), patience + Grace, MegabytesOfCode);
    }

    /// <summary>For the last step before a limit is looked at: of the processor's time, which a busy machine does not lengthen.</summary>
    private static TimeSpan Grace => TimeSpan.FromSeconds(1.5);

    private static void Spends(Action work, TimeSpan max, int megabytes)
    {
        var spent = Growth.Run(work);
        Assert.True(spent.Nanoseconds < max.TotalNanoseconds, $"It took {spent.Nanoseconds / 1e6:N0} ms of the processor.");
        Assert.True(spent.Bytes < megabytes * 1_000_000L, $"It took {spent.Bytes / 1e6:N0} MB.");
    }

    /// <summary>On this thread, where its cost is counted; a formula has limits of its own.</summary>
    private static void Render(string markdown)
    {
        try
        {
            TextLimits.Check(markdown);
            AllowList.Clean(HtmlWriter.Write(Dialect.Parse(markdown), markdown, singleLine: false));
        }
        catch (Exception refused) when (refused is MarkdownException or ArgumentException)
        {
            // So GuideMarkdown refuses it.
        }
    }
}
