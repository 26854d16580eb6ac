using System.Buffers;
using System.Text;

using LlmGuide.Core.Interchange.Lists.Parts;
using LlmGuide.Core.Text;

using Markdig.Syntax;

namespace LlmGuide.Core.Interchange.Lists.Exporting;

/// <summary>
/// Titles and descriptions in the form that awesome lists have agreed upon, which <c>awesome-lint</c> holds them to
/// (https://github.com/sindresorhus/awesome/blob/main/pull_request_template.md): plain words, quotes in pairs, a capital first, a full stop
/// last.
/// </summary>
internal static class AwesomeText
{
    private const string Repeated = "！!~～,，·?？";
    private const string Ends = ".!?…";

    /// <summary>Signs that a description may begin with.</summary>
    private const string Beginnings = "\"(@#$&%";

    private static readonly SearchValues<char> NeedBrackets = SearchValues.Create("()<> \\");

    /// <summary>As the linter tells words apart.</summary>
    private static readonly SearchValues<char> BetweenWords = SearchValues.Create("- ;./'");

    /// <summary>A heading, without the sign that it ends with.</summary>
    public static string Heading(string title) => Plain(title).TrimEnd([.. " .,;:!?。，；：！？"]) is { Length: > 0 } words ? words : "Untitled";

    /// <summary>A title as it stands.</summary>
    public static string Title(string title) => Plain(title) is { Length: > 0 } words ? MarkdownText.Escape(words) : "Untitled";

    /// <summary>A paragraph of plain words.</summary>
    public static string Paragraph(string words) => MarkdownText.Escape(Sentence(Plain(words)));

    /// <param name="summary">Markdown, one paragraph.</param>
    /// <param name="title">Of the work that it is about.</param>
    /// <returns>What stands behind the dash; empty for nothing.</returns>
    public static string Description(string summary, string title)
    {
        var words = Plain(string.Join(' ', ListMarkdown.Parse(summary).Descendants().OfType<LeafBlock>()
            .Where(leaf => leaf.Inline is not null).Select(leaf => Words.Of(leaf.Inline!))));
        if (!words.Any(char.IsLetterOrDigit))
        {
            return "";
        }

        var name = Plain(title);
        if (name.Length > 0 && words.StartsWith(name, StringComparison.OrdinalIgnoreCase) && !name.Contains('"', StringComparison.Ordinal))
        {
            // A description does not begin with the title; a quoted one is a word like any other.
            words = $"\"{words[..name.Length]}\"{words[name.Length..]}";
        }

        return MarkdownText.Escape(Sentence(Capital(words)));
    }

    /// <summary>An address between brackets.</summary>
    public static string Address(string url) => !url.AsSpan().ContainsAny(NeedBrackets) ? url
        : $"<{url.Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal)}>";

    // The linter knows words by their case: of names such as "a_b" it is told that they are names, by quotes.
    private static string Capital(string words)
    {
        words = string.Concat(words.SkipWhile(c => !char.IsLetterOrDigit(c) && !Beginnings.Contains(c, StringComparison.Ordinal)));
        var end = words.AsSpan().IndexOfAny(BetweenWords);
        var first = end < 0 ? words : words[..end];
        if (first.Length == 0 || !char.IsLetter(first[0]) || first.Any(char.IsAsciiDigit))
        {
            return words;
        }

        if (first.All(char.IsAsciiLetter))
        {
            return first.All(char.IsAsciiLetterLower) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
        }

        var plain = words.Replace("\"", "", StringComparison.Ordinal);
        var space = plain.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? $"\"{plain}\"" : $"\"{plain[..space]}\"{plain[space..]}";
    }

    private static string Sentence(string words)
    {
        words = words.TrimEnd(' ', ',', ';', ':', '-', '–', '—');
        var isQuoted = words.EndsWith('"');
        var last = isQuoted ? words.TrimEnd('"') : words;
        return last.Length > 0 && Ends.Contains(last[^1], StringComparison.Ordinal) ? words : words + ".";
    }

    /// <summary>In one line, without what GitHub makes links of, and with signs that come in pairs in pairs.</summary>
    private static string Plain(string text)
    {
        var words = Words.Line(text).Replace("https://", "", StringComparison.OrdinalIgnoreCase)
            .Replace("http://", "", StringComparison.OrdinalIgnoreCase).Replace("www.", "", StringComparison.OrdinalIgnoreCase);
        var plain = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            var sign = c switch { '“' or '”' or '„' => '"', '‘' or '’' => '\'', '（' => '(', '）' => ')', '@' => ' ', _ => c };
            if ("『』《》「」【】".Contains(sign, StringComparison.Ordinal)
                || (plain.Length > 0 && plain[^1] == sign && Repeated.Contains(sign, StringComparison.Ordinal)))
            {
                continue;
            }

            plain.Append(sign);
        }

        var paired = plain.ToString();
        return Words.Line(paired.Count(c => c == '"') % 2 == 0 ? paired : paired.Remove(paired.LastIndexOf('"'), 1));
    }
}
