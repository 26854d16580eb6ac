using System.Net;
using System.Text.RegularExpressions;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>
/// Keeps of KaTeX's output what a page needs. The source goes from an annotation element, which some tools read out
/// after the formula, into an attribute.
/// </summary>
internal static partial class MathMl
{
    private const string BodyStart = "<semantics>";
    private const string BodyEnd = "<annotation ";

    /// <summary>Characters that a small phone has on a line beside nothing else: 288 px at 10 px each.</summary>
    private const int LineOfAPhone = 28;

    public static string From(string katexHtml, string tex, bool display)
    {
        // KaTeX escapes the text of a formula, so these can only be its own.
        var start = katexHtml.IndexOf(BodyStart, StringComparison.Ordinal) + BodyStart.Length;
        var end = katexHtml.LastIndexOf(BodyEnd, StringComparison.Ordinal);
        var body = Grow(MathAlphabet.Apply(katexHtml[start..end]));
        // A wide formula scrolls in itself, so the keyboard must be able to reach it; the many short ones would only be in its way.
        var focus = display || Tag.Replace(body, "").Length > LineOfAPhone ? " tabindex=\"0\"" : "";
        return $"<math{(display ? " display=\"block\"" : "")}{focus} alttext=\"{WebUtility.HtmlEncode(tex)}\">{body}</math>";
    }

    /// <summary>
    /// What stands after \left or \right is as tall as what it encloses. KaTeX leaves it to the browser's table of operators, where ∥ and /
    /// do not grow.
    /// </summary>
    private static string Grow(string body) =>
        body.Replace("<mo fence=\"true\">", "<mo fence=\"true\" stretchy=\"true\">", StringComparison.Ordinal);

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Tag { get; }
}
