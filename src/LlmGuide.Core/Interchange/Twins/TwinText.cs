using LlmGuide.Core.Figures;
using LlmGuide.Core.Text;

using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Core.Interchange.Twins;

/// <summary>
/// A text as it is read away from the site and without pictures: addresses are whole, and in the place of
/// <c>![caption](figure:slug)</c> stand a link to the drawing, its caption, and what is to be seen in it.
/// </summary>
internal static class TwinText
{
    private const string Scheme = "figure:";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <param name="whole">Makes an address of the site whole.</param>
    public static string Write(string markdown, FigureLibrary figures, Func<string, string> whole)
    {
        var text = markdown;
        foreach (var link in Markdown.Parse(markdown, Pipeline).Descendants<LinkInline>().OrderByDescending(link => link.Span.Start))
        {
            text = link.Url switch
            {
                null => text,
                var url when link.IsImage && url.StartsWith(Scheme, StringComparison.Ordinal) =>
                    Replace(text, link.Span, figures.Find(url[Scheme.Length..]) is { } figure
                        ? Describe(figure, Caption(markdown, link), whole) : Caption(markdown, link)),
                var url when url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !link.UrlSpan.IsEmpty =>
                    Replace(text, link.UrlSpan, whole(url)),
                _ => text,
            };
        }

        return text;
    }

    private static string Replace(string text, SourceSpan span, string by) => text[..span.Start] + by + text[(span.End + 1)..];

    private static string Caption(string markdown, LinkInline image) =>
        image.LabelSpan.IsEmpty ? "" : markdown[image.LabelSpan.Start..(image.LabelSpan.End + 1)];

    private static string Describe(Figure figure, string caption, Func<string, string> whole) =>
        $"> **Figure: {MarkdownText.Link(figure.Title, whole($"/figures/{figure.Slug}.svg"))}.** {caption}\n>\n"
        + $"> {MarkdownText.Escape(figure.Description)}";
}
