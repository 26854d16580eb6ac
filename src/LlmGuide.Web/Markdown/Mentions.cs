using System.Text.RegularExpressions;

using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;

using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// <c>@name</c> in running text: not in code, not in a link, and not in the middle of a word, so that a mail address mentions nobody.
/// </summary>
internal static partial class Mentions
{
    /// <summary>Whom the text mentions, and how many links it has that lead off the site.</summary>
    public static TextReferences In(MarkdownDocument text) => new(
        [.. Literals(text).SelectMany(literal => Shape().Matches(literal.Content.ToString()))
            .Select(NameOf).Where(MemberName.IsValid).Distinct(StringComparer.OrdinalIgnoreCase)],
        text.Descendants<LinkInline>().Count(link => LinkAddress.LeavesTheSite(link.Url))
        + text.Descendants<AutolinkInline>().Count(link => !link.IsEmail));

    /// <summary>Makes links to those members whose names are given, in their own spelling.</summary>
    public static void Link(MarkdownDocument text, IReadOnlyCollection<string> members)
    {
        var known = members.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        foreach (var literal in known.Count == 0 ? [] : Literals(text).ToList())
        {
            Link(literal, known);
        }
    }

    private static void Link(LiteralInline literal, Dictionary<string, string> known)
    {
        var words = literal.Content.ToString();
        var parts = new ContainerInline();
        var from = 0;
        foreach (Match match in Shape().Matches(words))
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

    private static IEnumerable<LiteralInline> Literals(MarkdownDocument text) =>
        text.Descendants<LiteralInline>().Where(literal => !literal.FindParentOfType<LinkInline>().Any());

    private static string NameOf(Match match) => match.Value[1..];

    [GeneratedRegex(
        @"(?<![\w@/.])@[A-Za-z0-9][A-Za-z0-9_-]{0,28}[A-Za-z0-9](?![A-Za-z0-9_])",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
