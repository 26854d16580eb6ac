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
    /// a clone (<c>git@host:owner/name</c>) is that of the repository, and a link of Markdown its address.
    /// </returns>
    public static string Bare(string? pasted)
    {
        var text = pasted?.Trim() ?? "";
        text = MarkdownLink().Match(text) is { Success: true } link ? link.Groups["address"].Value : text;
        text = text.TrimStart(Openers.ToCharArray());
        while (text.Length > 0 && IsEnd(text))
        {
            text = text[..^1].TrimEnd();
        }

        return Clone().Match(text) is { Success: true } clone ? $"https://{clone.Groups["host"].Value}/{clone.Groups["path"].Value}"
            : Escaped().IsMatch(text) ? Uri.UnescapeDataString(text)
            : text;
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
        + @"|(git\+https?|git)://(?<host>[\w.-]+)/(?<path>\S+))\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clone();
}
