using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// The beginning of a rendered text as one line of plain text, for lists, mails and titles: without what it quotes, with formulas as they
/// are read (<c>√(d_k)</c>).
/// </summary>
internal static class Excerpt
{
    private const string Elsewhere = "blockquote, .footnotes, sup:has(.footnote-ref), pre, figure, table";
    private const string Blocks = "p, li, h3, h4, h5, h6";

    /// <param name="length">In characters; cut at a word.</param>
    public static string Of(string html, int length) => Cut(Line(Read(html, Elsewhere).Body!), length);

    /// <summary>The first line of it, as a title.</summary>
    /// <returns>Something to read where there is anything: the code, or what is quoted, where that is all.</returns>
    public static string FirstLine(string html, int length)
    {
        var first = Read(html, Elsewhere).QuerySelectorAll(Blocks).Select(Line).FirstOrDefault(line => line.Length > 0);
        return Cut(first ?? Line(Read(html, ".footnotes").Body!), length);
    }

    private static IDocument Read(string html, string without)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var part in page.QuerySelectorAll(without))
        {
            part.Remove();
        }

        return page;
    }

    private static string Line(INode text)
    {
        var line = new StringBuilder();
        Append(line, text);
        return string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder line, INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                line.Append(text.Data);
            }
            else if (child is IElement { LocalName: "math" } formula)
            {
                line.Append(SpokenMath.Of(formula));
            }
            else
            {
                Append(line, child);
                line.Append(child is IElement element && EndsAWord(element) ? " " : "");
            }
        }
    }

    private static bool EndsAWord(IElement element) => element.Matches(Blocks) || element.LocalName is "br" or "td" or "pre";

    private static string Cut(string line, int length)
    {
        if (line.Length <= length)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', length);
        return line[..(cut > 0 ? cut : char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)] + "…";
    }
}
