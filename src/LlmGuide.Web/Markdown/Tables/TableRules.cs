using System.Text.RegularExpressions;

using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Markdown.Tables;

/// <summary>
/// Where Markdig's tables are not GitHub's (https://github.github.com/gfm/#tables-extension-): a table may follow a line of text, a row may
/// have no bar of its own, or only such as are in code, and a bar in code is written as <c>\|</c>.
/// </summary>
internal static partial class TableRules
{
    /// <summary>Parts a table from the text above it and gives a bar to its rows that have none, before their inlines are read.</summary>
    public static void Prepare(MarkdownPipelineBuilder builder) =>
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += (_, block) =>
        {
            if (block is ParagraphBlock { Lines.Count: > 1 } text)
            {
                FillRows((TableStart(text.Lines) is > 0 and var start ? Part(text, start) : text).Lines);
            }
        };

    public static void Apply(MarkdownDocument text)
    {
        foreach (var code in text.Descendants<TableCell>().SelectMany(cell => cell.Descendants<CodeInline>()))
        {
            code.Content = code.Content.Replace(@"\|", "|", StringComparison.Ordinal);
        }
    }

    /// <returns>The line that is the head of a table; -1 when there is none.</returns>
    private static int TableStart(StringLineGroup lines)
    {
        for (var at = 0; at < lines.Count - 1; at++)
        {
            if (HasBar(lines.Lines[at]) && IsDelimiter(lines.Lines[at + 1]))
            {
                return at;
            }
        }

        return -1;
    }

    /// <returns>What begins at a line, as a paragraph of its own behind what was before it.</returns>
    private static ParagraphBlock Part(ParagraphBlock text, int start)
    {
        var first = text.Lines.Lines[start];
        var table = new ParagraphBlock(text.Parser)
        {
            Line = first.Line,
            Column = text.Column,
            Span = new SourceSpan(first.Position, text.Span.End),
            IsOpen = false,
            Lines = new StringLineGroup(text.Lines.Count - start),
        };
        foreach (var line in text.Lines.Lines.AsSpan(start, text.Lines.Count - start))
        {
            table.Lines.Add(line);
        }

        while (text.Lines.Count > start)
        {
            text.Lines.RemoveAt(text.Lines.Count - 1);
        }

        text.Span.End = first.Position - 1;
        text.Parent!.Insert(text.Parent.IndexOf(text) + 1, table);
        return table;
    }

    private static void FillRows(StringLineGroup lines)
    {
        if (lines.Count < 3 || !HasBar(lines.Lines[0]) || !IsDelimiter(lines.Lines[1]))
        {
            return;
        }

        foreach (ref var line in lines.Lines.AsSpan(2, lines.Count - 2))
        {
            if (!HasBar(line))
            {
                line.Slice = new StringSlice($"{line.Slice} |", line.Slice.NewLine);
            }
        }
    }

    private static bool IsDelimiter(StringLine line) => line.Slice.AsSpan().Contains('|') && Delimiter().IsMatch(line.Slice.AsSpan());

    /// <summary>Whether a bar stands outside code and formulas.</summary>
    private static bool HasBar(StringLine line)
    {
        var rest = line.Slice.AsSpan();
        while (rest.IndexOfAny(@"|\`$") is var at and >= 0)
        {
            if (rest[at] == '|')
            {
                return true;
            }

            rest = rest[at..];
            rest = rest[0] == '\\' ? rest[Math.Min(2, rest.Length)..] : Behind(rest);
        }

        return false;
    }

    /// <returns>What follows the code or the formula that begins here, or its first mark when nothing ends it.</returns>
    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text)
    {
        var marks = text.IndexOfAnyExcept(text[0]) is var end and > 0 ? end : text.Length;
        var close = text[marks..].IndexOf(text[..marks]);
        return close < 0 ? text[marks..] : text[(marks + close + marks)..];
    }

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Delimiter();
}
