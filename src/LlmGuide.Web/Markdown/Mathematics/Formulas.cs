using LlmGuide.Core;

using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

using Microsoft.Extensions.Caching.Memory;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>The formulas of a text. The same few recur in many texts and at every keystroke of a preview, hence the cache.</summary>
internal sealed class Formulas(Katex katex) : IDisposable
{
    public const int MostInOneText = 200;
    public const int LongestSource = 2_000;

    /// <summary>What GitHub and GitLab call a block of code that is a formula.</summary>
    private const string Fenced = "math";

    private const int CachedCharacters = 4_000_000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = CachedCharacters });

    /// <summary>Puts MathML in the place of every formula in the tree.</summary>
    /// <param name="cancellationToken">Looked at before each formula, and in it.</param>
    /// <exception cref="MarkdownException">A formula is wrong, or they are too many or too long.</exception>
    public void ReplaceIn(MarkdownDocument text, CancellationToken cancellationToken)
    {
        var inline = text.Descendants<MathInline>().ToList();
        var blocks = text.Descendants<FencedCodeBlock>().Where(block => block is MathBlock || block.Info == Fenced).ToList();
        if (inline.Count + blocks.Count > MostInOneText)
        {
            throw new MarkdownException($"The text has too many formulas: at most {MostInOneText}.");
        }

        foreach (var formula in inline)
        {
            var display = formula.DelimiterCount == 2;
            formula.ReplaceBy(new HtmlInline(ToMathMl(formula.Content.ToString(), display, cancellationToken)));
        }

        foreach (var formula in blocks)
        {
            if (formula is MathBlock && formula.ClosingFencedCharCount == 0)
            {
                throw new MarkdownException(formula.FencedChar == '\\'
                    ? @"A formula that begins with a line of \[ has no end: put a line of \] after it."
                    : "A formula that begins with a line of $$ has no end: put another such line after it.");
            }

            var paragraph = new ParagraphBlock { Inline = new ContainerInline() };
            paragraph.Inline.AppendChild(new HtmlInline(ToMathMl(formula.Lines.ToString(), display: true, cancellationToken)));
            formula.Parent![formula.Parent.IndexOf(formula)] = paragraph;
        }
    }

    /// <exception cref="MarkdownException">The formula is wrong; the message quotes it.</exception>
    public string ToMathMl(string tex, bool display, CancellationToken cancellationToken)
    {
        var key = (tex = tex.Trim(), display);
        if (known.TryGetValue(key, out string? mathMl))
        {
            return mathMl!;
        }

        if (tex.Length == 0)
        {
            throw new MarkdownException("There is an empty formula: write something between the dollars, or \\$ for a dollar.");
        }

        if (tex.Length > LongestSource)
        {
            throw new MarkdownException($"The formula {Quote(tex)} is too long: at most {LongestSource} characters.");
        }

        var answer = katex.Render(tex, display, cancellationToken);
        if (answer.Html is null)
        {
            throw new MarkdownException($"The formula {Quote(tex)} cannot be shown: {InPlainWords(answer.Refusal!)}.");
        }

        mathMl = MathMl.From(answer.Html, tex, display);
        return known.Set(key, mathMl, new MemoryCacheEntryOptions { Size = tex.Length + mathMl.Length });
    }

    public void Dispose() => known.Dispose();

    private static string Quote(string tex)
    {
        var oneLine = tex.ReplaceLineEndings(" ");
        return oneLine.Length <= 80 ? $"${oneLine}$" : $"${oneLine.AsSpan(0, 80)}…$";
    }

    private static string InPlainWords(string refusal) => refusal.TrimEnd('.') switch
    {
        var reason when reason.StartsWith("Too many expansions", StringComparison.Ordinal) => "its macros are too many, or never end",
        var reason when reason.StartsWith("Undefined control sequence: ", StringComparison.Ordinal) =>
            $"the command {reason[28..]} is not known",
        var reason => reason.Replace("'EOF'", "the end", StringComparison.Ordinal),
    };
}
