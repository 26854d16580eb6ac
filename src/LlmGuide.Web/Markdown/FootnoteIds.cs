namespace LlmGuide.Web.Markdown;

/// <summary>
/// Keeps footnotes apart on a page that shows one text twice: their ids come from the text (<see cref="HtmlWriter"/>), so that a
/// preview is what is posted, and the second one on a page gets ids of its own.
/// </summary>
internal sealed class FootnoteIds
{
    private const string Begin = "<li id=\"fn-";
    private const int MarkLength = 8;

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    /// <param name="html">A rendered text.</param>
    /// <param name="number">What no other text on the page has, such as the number of the comment.</param>
    public string Apart(string html, int number)
    {
        var at = html.IndexOf(Begin, StringComparison.Ordinal);
        if (at < 0)
        {
            return html;
        }

        var mark = html.Substring(at + Begin.Length, MarkLength);
        return _shown.Add(mark)
            ? html
            : ((string[])["id=\"fn-", "id=\"fnref-", "href=\"#fn-", "href=\"#fnref-"]).Aggregate(
                html, (text, start) => text.Replace(
                    $"{start}{mark}-", FormattableString.Invariant($"{start}{mark}-{number}-"), StringComparison.Ordinal));
    }
}
