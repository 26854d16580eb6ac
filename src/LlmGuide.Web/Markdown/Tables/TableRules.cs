using System.Text.RegularExpressions;

using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Markdown.Tables;

/// <summary>
/// Where Markdig's tables are not GitHub's (https://github.github.com/gfm/#tables-extension-): a row may have no bar of its own, or
/// only such as are in code, and a bar in code is written as <c>\|</c>.
/// </summary>
internal static partial class TableRules
{
    /// <summary>Gives a bar to the rows that have none, before their inlines are read.</summary>
    public static void Prepare(MarkdownPipelineBuilder builder) =>
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += (_, block) =>
        {
            if (block is ParagraphBlock { Lines: { Count: > 2 } lines } && HasBar(lines.Lines[0]) && IsDelimiter(lines.Lines[1]))
            {
                foreach (ref var line in lines.Lines.AsSpan(2, lines.Count - 2))
                {
                    if (!HasBar(line))
                    {
                        line.Slice = new StringSlice($"{line.Slice} |", line.Slice.NewLine);
                    }
                }
            }
        };

    public static void Apply(MarkdownDocument text)
    {
        foreach (var code in text.Descendants<TableCell>().SelectMany(cell => cell.Descendants<CodeInline>()))
        {
            code.Content = code.Content.Replace(@"\|", "|", StringComparison.Ordinal);
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
