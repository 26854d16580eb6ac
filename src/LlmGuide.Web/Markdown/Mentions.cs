using System.Text;
using System.Text.RegularExpressions;

using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Web.Markdown.Addresses;
using LlmGuide.Web.Shared;

using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// <c>@name</c> in running text: not in code, in a link or in what is quoted from somebody else, not in a mail address, and not somebody's
/// name on another server (<c>@name@mastodon.social</c>, <c>@name.bsky.social</c>, <c>@name:matrix.org</c>) or of a package
/// (<c>@name/package</c>). Words that are written without spaces may stand on both sides (<c>感谢@name的回答</c>).
/// </summary>
internal static partial class Mentions
{
    /// <summary>Whom the text mentions, and which links it has that lead off the site.</summary>
    public static TextReferences In(MarkdownDocument text) => new(
        [.. Literals(text).SelectMany(Found).Select(NameOf).Where(MemberName.IsValid).Distinct(StringComparer.OrdinalIgnoreCase)],
        [
            .. text.Descendants<LinkInline>().Select(link => link.Url!).Where(LinkAddress.LeavesTheSite),
            .. text.Descendants<AutolinkInline>().Where(link => !link.IsEmail).Select(link => link.Url),
        ]);

    /// <summary>Makes links to those members whose names are given, in their own spelling.</summary>
    public static void Link(MarkdownDocument text, IReadOnlyCollection<string> members)
    {
        var known = members.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        foreach (var literal in known.Count == 0 ? [] : Literals(text))
        {
            Link(literal, known);
        }
    }

    private static void Link(LiteralInline literal, Dictionary<string, string> known)
    {
        var words = literal.Content.ToString();
        var parts = new ContainerInline();
        var from = 0;
        foreach (var match in Found(literal))
        {
            if (known.TryGetValue(NameOf(match), out var name))
            {
                parts.AppendChild(new LiteralInline(words[from..match.Index]));
                parts.AppendChild(new LinkInline(Links.Member(name), "").AppendChild(new LiteralInline("@" + name)));
                from = match.Index + match.Length;
            }
        }

        if (from > 0)
        {
            parts.AppendChild(new LiteralInline(words[from..]));
            literal.ReplaceBy(parts);
        }
    }

    /// <summary>An escaped sign (<c>\@name</c>) mentions nobody.</summary>
    private static IEnumerable<Match> Found(LiteralInline literal) => Shape().Matches(literal.Content.ToString())
        .Where(match => match.Index > 0 || !literal.IsFirstCharacterEscaped);

    private static List<LiteralInline> Literals(MarkdownDocument text)
    {
        var literals = new List<LiteralInline>();
        foreach (var leaf in text.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null && !IsQuoted(leaf)))
        {
            Join(leaf.Inline!);
            literals.AddRange(leaf.Inline!.Descendants<LiteralInline>().Where(literal => !literal.FindParentOfType<LinkInline>().Any()));
        }

        return literals;
    }

    private static bool IsQuoted(Block block) => block.Parent is { } parent && (parent is QuoteBlock || IsQuoted(parent));

    /// <summary>
    /// Puts together what a sign has parted that turned out to be none, such as the low line in <c>@a_name</c>: the name is seen as a
    /// whole, with what stands before and behind it.
    /// </summary>
    private static void Join(ContainerInline part)
    {
        foreach (var literal in part.Descendants<LiteralInline>().Where(literal => !Continues(literal)).ToList())
        {
            var whole = new StringBuilder();
            while (literal.NextSibling is LiteralInline next && Continues(next))
            {
                (whole.Length == 0 ? whole.Append(literal.Content.AsSpan()) : whole).Append(next.Content.AsSpan());
                next.Remove();
            }

            if (whole.Length > 0)
            {
                literal.Content = new StringSlice(whole.ToString());
            }
        }
    }

    private static bool Continues(LiteralInline literal) => literal is { PreviousSibling: LiteralInline, IsFirstCharacterEscaped: false };

    private static string NameOf(Match match) => match.Value[1..];

    [GeneratedRegex(
        """
        (?<! [\p{Lu}\p{Ll}\p{Lt}\p{Nd}\p{Pc}] \p{M}? | [@＠/.+%=] )
        [@＠] [A-Za-z0-9] [A-Za-z0-9_-]{0,28} [A-Za-z0-9]
        (?! [\p{Lu}\p{Ll}\p{Lt}\p{M}\p{Nd}\p{Pc}@＠] | -*[A-Za-z0-9] | [./][A-Za-z0-9] | :[A-Za-z0-9-]+\.[A-Za-z0-9] )
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
