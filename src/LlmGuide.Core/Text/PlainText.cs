using System.Text.RegularExpressions;

namespace LlmGuide.Core.Text;

/// <summary>
/// Short Markdown without its marks, for places that take plain text: descriptions, snippets, excerpts. What is no Markdown, such as a
/// title, has no business here.
/// </summary>
public static partial class PlainText
{
    /// <summary>
    /// Drops the marks of formulas, code, emphasis and links where they come in pairs, as Markdown reads them; what they enclose stays as
    /// it was typed, and so does a sign that marks nothing: "$5", "A*", "2 * 3".
    /// </summary>
    public static string Of(string line) => Marks().Replace(line, Enclosed);

    private static string Enclosed(Match mark) =>
        mark.Groups["formula"] is { Success: true, Value: var formula } ? formula
        : mark.Groups["code"] is { Success: true, Value: var code } ? code
        : mark.Groups["escaped"] is { Success: true, Value: var sign } ? sign
        : mark.Groups["text"] is { Success: true, Value: var text } ? Of(text)
        : mark.Value;

    // The sides of a run of stars are those of CommonMark, 6.2; a formula begins and ends at a sign that no space or digit is next to.
    [GeneratedRegex(
        """
        \\(?<escaped>[!-/:-@\[-`{-~])
        | `(?<code>[^`\n]{1,500})`
        | (?<![\p{L}\p{N}$])\$(?![\s$])(?<formula>[^$\n]{0,500}[^\s$\\])\$(?![\p{L}\p{N}$])
        | (?<!\*)(?<star>\*{1,3})(?:(?<=(?:^|[\s\p{P}\p{S}])\k<star>)(?=[^\s*])|(?=[\p{L}\p{N}]))
          (?<text>[^*\n]{0,500}[^\s*])\k<star>(?!\*)
        | (?<![\p{L}\p{N}_])_(?=[^\s_])(?<text>[^_\n]{0,500}[^\s_])_(?![\p{L}\p{N}_])
        | ~~(?=[^\s~])(?<text>[^~\n]{0,500}[^\s~])~~
        | (?<!!)\[(?<text>[^\[\]\n]{1,500})\]\([^()\s]{1,2000}\)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
