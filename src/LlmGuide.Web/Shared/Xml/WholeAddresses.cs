using AngleSharp.Html.Parser;

namespace LlmGuide.Web.Shared.Xml;

/// <summary>Makes the links of a text whole that is read elsewhere, such as in a feed: from the root, and within the text, too.</summary>
internal static class WholeAddresses
{
    /// <param name="html">Rendered by us.</param>
    /// <param name="page">The whole address of the page that it stands on.</param>
    public static string In(string html, Uri page)
    {
        if (!html.Contains("href=", StringComparison.Ordinal))
        {
            return html;
        }

        var parsed = new HtmlParser().ParseDocument(html);
        foreach (var link in parsed.QuerySelectorAll("[href]"))
        {
            if (Uri.TryCreate(page, link.GetAttribute("href"), out var whole))
            {
                link.SetAttribute("href", whole.ToString());
            }
        }

        return parsed.Body!.InnerHtml;
    }
}
