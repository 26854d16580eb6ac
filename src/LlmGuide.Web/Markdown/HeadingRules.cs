using Markdig.Syntax;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// Headings in a text stand below those of the page, which has h1 and h2. The levels that a text uses become h3, h4 and
/// so on in their order, whatever level the writer began with and whichever were left out.
/// </summary>
internal static class HeadingRules
{
    private const int Top = 3;
    private const int Lowest = 6;

    public static void Apply(MarkdownDocument text)
    {
        var headings = text.Descendants<HeadingBlock>().ToList();
        var levels = headings.Select(heading => heading.Level).Distinct().Order().ToList();
        foreach (var heading in headings)
        {
            heading.Level = Math.Min(Lowest, Top + levels.IndexOf(heading.Level));
        }
    }
}
