using System.Globalization;
using System.Text;

using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>The words of a part, without what only separates or decorates them.</summary>
internal static class Words
{
    private const string Separators = "-–—―‐:：,，、;；|｜•·.。*_~=>→»/\\";
    private const string Opening = "([{（【「『《<“\"'";
    private const string Closing = ")]}）】」』》";

    public static string Of(ContainerInline inlines) => Line(string.Concat(inlines.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    })));

    public static string Of(IEnumerable<Run> runs) =>
        Line(string.Concat(runs.Select(run => run.Kind == RunKind.Break ? " " : run.Kind == RunKind.Image ? "" : run.Text)));

    /// <summary>What a column is called, to be compared.</summary>
    public static string ColumnName(IEnumerable<Run> cell) => Of(cell).ToLowerInvariant();

    /// <summary>In one line, with single spaces and nothing that cannot be seen.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            }
            else if (TypedLine.IsSeen(rune))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Takes away the brackets that a link stood in, and what separated such links.</summary>
    public static string WithoutEmptyBrackets(string text)
    {
        var kept = new StringBuilder(text.Length);
        var open = new Stack<int>();
        foreach (var c in text)
        {
            kept.Append(c);
            if (c is '[' or '(' or '（' or '【')
            {
                open.Push(kept.Length - 1);
            }
            else if (c is ']' or ')' or '）' or '】' && open.TryPop(out var begin)
                && IsNothing(kept.ToString(begin + 1, kept.Length - begin - 2)))
            {
                kept.Length = begin;
            }
        }

        return Line(kept.ToString());
    }

    /// <summary>Without signs, pictures and brackets that begin it.</summary>
    public static string AfterMarks(string text)
    {
        text = text.TrimStart();
        while (text.Length > 0 && Rune.GetRuneAt(text, 0) is var first && (IsSeparator(first) || IsMark(first) || Closes(first)))
        {
            text = text[first.Utf16SequenceLength..].TrimStart();
        }

        return text;
    }

    /// <summary>Without what separates it from what came before it, closing brackets too.</summary>
    public static string AfterSeparators(string text)
    {
        text = text.TrimStart();
        while (text.Length > 0 && Rune.GetRuneAt(text, 0) is var first && (IsSeparator(first) || Closes(first)))
        {
            text = text[first.Utf16SequenceLength..].TrimStart();
        }

        return text;
    }

    /// <summary>Without what separates it from what comes after it, opening brackets too.</summary>
    public static string BeforeSeparators(string text, bool keepStop = false)
    {
        text = text.TrimEnd();
        while (text.Length > 0
            && (Separators.Contains(text[^1], StringComparison.Ordinal) || Opening.Contains(text[^1], StringComparison.Ordinal))
            && !(keepStop && text[^1] is '.' or '。'))
        {
            text = text[..^1].TrimEnd();
        }

        return text;
    }

    public static bool HasLetters(string text) => text.Any(char.IsLetter);

    public static string Cut(string text, int longest) => text.Length <= longest ? text
        : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)].TrimEnd() + "…";

    private static bool IsNothing(string text) =>
        text.All(c => char.IsWhiteSpace(c) || Separators.Contains(c, StringComparison.Ordinal) || c is '&' or '+');

    private static bool IsSeparator(Rune rune) => rune.IsBmp && Separators.Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool Closes(Rune rune) => rune.IsBmp && Closing.Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Format
        || rune.Value is 0xFE0F or 0x20E3;
}
