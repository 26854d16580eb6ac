using System.Buffers;
using System.Globalization;

namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>
/// What is refused before Markdig sees it, since it takes time with the square of it. As <c>TextLimits</c> has for what people write,
/// with room for what lists are: long tables.
/// </summary>
internal static class ListBounds
{
    public const string TooDeep = "The list is nested too deeply to be read.";

    /// <summary>Marks of quotes and items at the start of one line.</summary>
    private const int Containers = 30;

    /// <summary>Square brackets that are open at the same time.</summary>
    private const int OpenBrackets = 100;

    /// <summary>Columns of a table, as counted by bars.</summary>
    private const int Columns = 100;

    /// <summary>Characters without an empty line between them.</summary>
    private const int LongestBlock = 1_000_000;

    private static readonly SearchValues<char> OfContainerPrefix = SearchValues.Create(" \t>-+*.)0123456789");

    /// <exception cref="MarkdownException">The text is over one of the limits; it names the line.</exception>
    public static void Check(string text)
    {
        int line = 0, brackets = 0, length = 0;
        foreach (var words in text.AsSpan().EnumerateLines())
        {
            line++;
            if (words.IsWhiteSpace())
            {
                (brackets, length) = (0, 0);
                continue;
            }

            length += words.Length;
            foreach (var c in words)
            {
                brackets = Math.Max(0, brackets + (c == '[' ? 1 : c == ']' ? -1 : 0));
                Refuse(brackets > OpenBrackets, line);
            }

            Refuse(length > LongestBlock || words.Count('|') > Columns || CountContainers(words) > Containers, line);
        }
    }

    private static int CountContainers(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAnyExcept(OfContainerPrefix);
        var prefix = end < 0 ? line : line[..end];
        var marks = 0;
        for (var i = 0; i + 1 < prefix.Length; i++)
        {
            marks += prefix[i] == '>' || (prefix[i] is '-' or '+' or '*' or '.' or ')' && prefix[i + 1] is ' ' or '\t') ? 1 : 0;
        }

        return marks;
    }

    private static void Refuse(bool broken, int line)
    {
        if (broken)
        {
            throw new MarkdownException(string.Create(
                CultureInfo.InvariantCulture, $"{TooDeep} It is so at line {line}: too many marks of quotes, items, brackets or columns."));
        }
    }
}
