using System.Text;

using LlmGuide.Core.Text;

using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// What would be seen of a text, whatever was typed for it: <c>&amp;nbsp;</c>, a definition that nothing refers to and an empty list are as
/// blank as nothing. A comment of HTML is shown as it was typed, but says nothing; nor do marks of emphasis around nothing, nor an address
/// that we put in the place of nothing.
/// </summary>
internal static class VisibleContent
{
    private const char Ink = '∎';
    private const string Marks = "*_~`";

    public static bool IsIn(MarkdownDocument text)
    {
        var seen = new StringBuilder();
        foreach (var leaf in text.Descendants<LeafBlock>().Where(leaf => !IsOfLonelyNote(leaf)))
        {
            Add(seen, leaf);
            seen.Append('\n');
        }

        return VisibleText.IsIn(string.Concat(WithoutComments(seen.ToString()).Split(Marks.ToCharArray())));
    }

    public static bool IsIn(ContainerInline part)
    {
        var seen = new StringBuilder();
        Add(seen, part);
        return VisibleText.IsIn(seen.ToString());
    }

    private static void Add(StringBuilder seen, LeafBlock leaf)
    {
        if (leaf is MathBlock)
        {
            seen.Append(Ink);
        }
        else if (leaf is CodeBlock code)
        {
            seen.Append(VisibleText.IsIn(code.Lines.ToString()) ? Ink : ' ');
        }
        else if (leaf.Inline is { } inline)
        {
            Add(seen, inline);
        }
    }

    private static void Add(StringBuilder seen, ContainerInline part)
    {
        foreach (var inline in part.Descendants())
        {
            _ = inline switch
            {
                StandInLiteral => seen,
                LiteralInline literal => seen.Append(literal.Content.AsSpan()),
                HtmlEntityInline entity => seen.Append(entity.Transcoded.AsSpan()),
                CodeInline code => seen.Append(VisibleText.IsIn(code.Content) ? Ink : ' '),
                MathInline => seen.Append(Ink),
                AutolinkInline link => seen.Append(link.Url),
                LineBreakInline => seen.Append('\n'),
                _ => seen,
            };
        }
    }

    /// <summary>A note that nothing refers to is not shown.</summary>
    private static bool IsOfLonelyNote(Block block) =>
        block is Footnote { Links.Count: 0 } || (block.Parent is { } parent && IsOfLonelyNote(parent));

    private static string WithoutComments(string text)
    {
        var (kept, from) = (new StringBuilder(), 0);
        while (text.IndexOf("<!--", from, StringComparison.Ordinal) is var begin and >= 0
            && text.IndexOf("-->", begin, StringComparison.Ordinal) is var end and >= 0)
        {
            kept.Append(text, from, begin - from);
            from = end + 3;
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }
}

/// <summary>Stands where somebody wrote nothing, so that a link can be seen and has a name.</summary>
internal sealed class StandInLiteral(string text) : LiteralInline(text);
