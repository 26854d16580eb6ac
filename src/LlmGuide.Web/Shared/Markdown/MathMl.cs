using System.Net;

namespace LlmGuide.Web.Shared.Markdown;

/// <summary>
/// Keeps of KaTeX's output what a page needs. The source goes from an annotation element, which some tools read out
/// after the formula, into an attribute.
/// </summary>
internal static class MathMl
{
    private const string BodyStart = "<semantics>";
    private const string BodyEnd = "<annotation ";

    public static string From(string katexHtml, string tex, bool display)
    {
        // KaTeX escapes the text of a formula, so these can only be its own.
        var start = katexHtml.IndexOf(BodyStart, StringComparison.Ordinal) + BodyStart.Length;
        var end = katexHtml.LastIndexOf(BodyEnd, StringComparison.Ordinal);
        var body = MathAlphabet.Apply(katexHtml[start..end]);
        // A wide formula scrolls in itself, so the keyboard must be able to reach it.
        return $"<math{(display ? " display=\"block\" tabindex=\"0\"" : "")} alttext=\"{WebUtility.HtmlEncode(tex)}\">{body}</math>";
    }
}
