using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>
/// What stands around an address or a number when somebody copies it out of a text: brackets, quotes, the end of a sentence.
/// </summary>
internal static partial class PastedText
{
    private const string Openers = "<([{\"'`“‘«„（【「『《";
    private const string Ends = ".,;:!?\"'`”’»“>*…。，、；：！？」』》";
    private const string Brackets = "()[]{}（）【】";

    /// <returns>
    /// The text without them. A closing bracket that has its opening one before it stays, as in the addresses of Wikipedia. The address of
    /// a clone (<c>git@host:owner/name</c>) is that of the repository, and a link of Markdown its address. Where words stand before the one
    /// address, or what programs write for it, it is that address: "Read this: https://…", <c>view-source:https://…</c>.
    /// </returns>
    public static string Bare(string? pasted)
    {
        var text = Seen(pasted ?? "");
        text = MarkdownLink().Match(text) is { Success: true } link ? link.Groups["address"].Value : Alone(text) ?? text;
        text = text.TrimStart(Openers.ToCharArray());
        while (text.Length > 0 && IsEnd(text))
        {
            text = text[..^1].TrimEnd();
        }

        return Clone().Match(text) is { Success: true } clone ? $"https://{clone.Groups["host"].Value}/{clone.Groups["path"].Value}"
            : Escaped().IsMatch(text) ? Uri.UnescapeDataString(text)
            : text;
    }

    /// <summary>Without blanks and what cannot be seen around it: pages and word processors put both beside a link.</summary>
    private static string Seen(string pasted)
    {
        var (from, to) = (0, pasted.Length);
        while (from < to && IsUnseen(pasted[from]))
        {
            from++;
        }

        while (from < to && IsUnseen(pasted[to - 1]))
        {
            to--;
        }

        return pasted[from..to];
    }

    private static bool IsUnseen(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <returns>The only address of a text that does not begin with it; behind it may stand the end of a mark, and no more words.</returns>
    private static string? Alone(string text)
    {
        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !(text.Any(char.IsWhiteSpace) || Wrapped().IsMatch(text)))
        {
            return null;
        }

        var found = Whole().Matches(text);
        return found.Select(address => address.Value).Distinct(StringComparer.Ordinal).Count() == 1
            && text[(found[^1].Index + found[^1].Length)..] is [] or ['"' or '\'' or '<' or '>' or '{' or '}', ..]
                ? found[0].Value : null;
    }

    private static bool IsEnd(string text) =>
        Ends.Contains(text[^1], StringComparison.Ordinal)
        || (Brackets.IndexOf(text[^1], StringComparison.Ordinal) is var at && at % 2 == 1
            && text.Count(c => c == Brackets[at]) > text.Count(c => c == Brackets[at - 1]));

    [GeneratedRegex("^https?%3a%2f%2f", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^!?\[[^\]]{0,500}\]\((?<address>\S{1,2000})\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(
        @"^((git\+)?ssh://(git@)?(?<host>[\w.-]+)(:[0-9]+)?/(?<path>\S+)|git@(?<host>[\w.-]+)[:/](?<path>\S+)"
        + @"|(git\+https?|git)://(?<host>[\w.-]+)/(?<path>[^\s@#]+)(@[^\s#]+)?(#\S*)?)\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clone();

    [GeneratedRegex(
        @"^(view-source:|ur[li]:|doi:|feed:|link:|source:|(chrome|moz|edge|safari-web)-extension://[\w-]+/|about:reader\?url="
        + @"|\\?(url|href)\{)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wrapped();

    [GeneratedRegex(
        """(?<!\w)(git\+)?https?(://|%3a%2f%2f)[^\s"'<>{}]+""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
