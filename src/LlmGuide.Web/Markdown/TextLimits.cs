using System.Buffers;
using System.Globalization;

using LlmGuide.Core;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// What can be refused before any parsing. Markdig 1.6 is quick for text, but some 20,000 characters cost far more than
/// they should: a table of 3,000 columns 7 s and 80 MB, 10,000 brackets inside one another 0.6 s, 10,000 list marks in
/// a line 0.5 s. Runs of asterisks, underscores, backticks and dollars were tried and need no limit.
/// </summary>
internal static class TextLimits
{
    public const int Length = 20_000;

    /// <summary>Marks of quotes and list items at the start of one line.</summary>
    public const int Containers = 20;

    /// <summary>Square brackets that are open at the same time.</summary>
    public const int OpenBrackets = 100;

    /// <summary>Most columns times rows of a table, as counted by bars.</summary>
    public const int TableCells = 20_000;

    /// <summary>Characters of HTML before it is cleaned; a long address behind many short references gets there.</summary>
    public const int Html = 1_000_000;

    private static readonly SearchValues<char> ContainerMarks = SearchValues.Create(">-+*");
    private static readonly SearchValues<char> OfContainerPrefix = SearchValues.Create(" \t>-+*.)0123456789");

    /// <exception cref="MarkdownException">The text is over one of the limits.</exception>
    public static void Check(string markdown)
    {
        Refuse(
            markdown.Length > Length, $"The text is too long: at most {Length.ToString("N0", CultureInfo.InvariantCulture)} characters.");

        int brackets = 0, bars = 0, rows = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                (brackets, bars, rows) = (0, 0, 0);
                continue;
            }

            Refuse(CountContainers(line) > Containers, "The text is nested too deeply: use fewer quotes and lists inside one another.");

            bars = Math.Max(bars, line.Count('|'));
            Refuse((long)bars * ++rows > TableCells, "The table is too large: make it smaller, or split it with an empty line.");

            foreach (var character in line)
            {
                brackets = Math.Max(0, brackets + (character == '[' ? 1 : character == ']' ? -1 : 0));
                Refuse(brackets > OpenBrackets, "The text is nested too deeply: too many square brackets are open at once.");
            }
        }
    }

    public static string CheckHtml(string html)
    {
        Refuse(html.Length > Html, "The text becomes too large a page: use fewer formulas, links or table cells.");
        return html;
    }

    private static int CountContainers(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAnyExcept(OfContainerPrefix);
        var prefix = end < 0 ? line : line[..end];
        // "---" and "***" are rules, not lists: a mark counts when something other than itself follows.
        var marks = 0;
        for (var i = 0; i < prefix.Length; i++)
        {
            var isQuote = prefix[i] == '>';
            var isItem = (ContainerMarks.Contains(prefix[i]) || prefix[i] is '.' or ')')
                && i + 1 < line.Length && line[i + 1] is ' ' or '\t';
            marks += isQuote || isItem ? 1 : 0;
        }

        return marks;
    }

    private static void Refuse(bool broken, string message)
    {
        if (broken)
        {
            throw new MarkdownException(message);
        }
    }
}
