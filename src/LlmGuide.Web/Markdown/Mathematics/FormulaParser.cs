using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>
/// Finds <c>$x$</c> and <c>$$x$$</c> and leaves money alone, by Pandoc's rule: a dollar opens a formula when no letter
/// or digit stands before it and no space behind it; the next dollar closes it when no space stands before it and no
/// digit behind it. So in "costs $5 and $10" there is none, and in "the $k$th of $n$" there are two. What remains is
/// text such as "$5 (or 6$)"; there the writer puts <c>\$</c>. A single dollar closes on its own line.
/// </summary>
/// <remarks>Markdig's own parser takes "$ 5 or 6 $" for a formula, but not "$k$th" nor a <c>$$</c> of several lines.</remarks>
internal sealed class FormulaParser : InlineParser
{
    private const char Dollar = '$';

    public FormulaParser() => OpeningCharacters = [Dollar];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var dollars = slice.PeekChar() == Dollar ? 2 : 1;
        var start = slice.Start + dollars;
        var before = slice.PeekCharExtra(-1);
        if (before == Dollar || char.IsLetterOrDigit(before) || start > slice.End || slice.Text[start] == Dollar)
        {
            return false;
        }

        var end = dollars == 2 ? EndOfDisplay(slice, start) : EndOfInline(slice, start);
        if (end <= start)
        {
            return false;
        }

        processor.Inline = new MathInline
        {
            Span = new(
                processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(end + dollars - 1)),
            Line = line,
            Column = column,
            Delimiter = Dollar,
            DelimiterCount = dollars,
            Content = IsCode(slice.Text.AsSpan(start, end - start)) ? new(slice.Text, start + 1, end - 2) : new(slice.Text, start, end - 1),
        };
        slice.Start = end + dollars;
        return true;
    }

    /// <summary>As GitHub and GitLab write it, so that no star or line in a formula is taken for emphasis: <c>$`x`$</c>.</summary>
    private static bool IsCode(ReadOnlySpan<char> inside) => inside is ['`', _, .., '`'] && inside.Count('`') == 2;

    /// <returns>Where the closing dollar stands, or -1.</returns>
    private static int EndOfInline(StringSlice slice, int start)
    {
        if (char.IsWhiteSpace(slice.Text[start]))
        {
            return -1;
        }

        var end = NextDollar(slice, start);
        var closes = end > start
            && !char.IsWhiteSpace(slice.Text[end - 1])
            && !slice.Text.AsSpan(start, end - start).Contains('\n')
            && (end == slice.End || slice.Text[end + 1] is not (Dollar or >= '0' and <= '9'));
        return closes ? end : -1;
    }

    private static int EndOfDisplay(StringSlice slice, int start)
    {
        // A single dollar inside is TeX's own, as in \text{for $n$}.
        var end = NextDollar(slice, start);
        while (end >= 0 && (end == slice.End || slice.Text[end + 1] != Dollar))
        {
            end = NextDollar(slice, end + 1);
        }

        return end;
    }

    private static int NextDollar(StringSlice slice, int from)
    {
        for (var i = from; i <= slice.End; i++)
        {
            switch (slice.Text[i])
            {
                case '\\':
                    i++;
                    break;
                case Dollar:
                    return i;
                default:
                    break;
            }
        }

        return -1;
    }
}
