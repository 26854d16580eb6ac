using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>
/// Finds <c>\(x\)</c> in its line and <c>\[x\]</c>, as LaTeX and language models write formulas. It is Pandoc's extension
/// <c>tex_math_single_backslash</c>, with its price: brackets that are escaped in pairs are a formula.
/// </summary>
internal sealed class BracketFormulaParser : InlineParser
{
    public BracketFormulaParser() => OpeningCharacters = ['\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var display = slice.PeekChar() == '[';
        if (!display && slice.PeekChar() != '(')
        {
            return false;
        }

        var start = slice.Start + 2;
        var end = End(slice, start, display ? ']' : ')');
        var inside = end > start ? slice.Text.AsSpan(start, end - start) : default;
        if (inside.IsWhiteSpace() || inside.Contains('`') || (!display && inside.Contains('\n')))
        {
            return false;
        }

        processor.Inline = new MathInline
        {
            Span = new(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(end + 1)),
            Line = line,
            Column = column,
            Delimiter = '$',
            DelimiterCount = display ? 2 : 1,
            Content = new(slice.Text, start, end - 1),
        };
        slice.Start = end + 2;
        return true;
    }

    /// <returns>Where the closing backslash stands, or -1.</returns>
    private static int End(StringSlice slice, int start, char bracket)
    {
        for (var i = start; i < slice.End; i++)
        {
            if (slice.Text[i] == '\\')
            {
                if (slice.Text[i + 1] == bracket)
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
