using LlmGuide.Core;
using LlmGuide.Core.Figures;

using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Markdown.Figures;

/// <summary>
/// <c>![caption](figure:slug)</c> alone in a paragraph is a figure with its caption, in which everything of a line may stand. Whether there
/// is such a figure is for whoever saves the text to say.
/// </summary>
internal static class FigureRules
{
    /// <exception cref="MarkdownException">A figure stands among words, or its slug is none.</exception>
    public static void Apply(MarkdownDocument text)
    {
        foreach (var paragraph in text.Descendants<ParagraphBlock>().ToList())
        {
            if (paragraph is { Inline.FirstChild: LinkInline { NextSibling: null } image, Parent: { } parent } && SlugOf(image) is { } slug)
            {
                parent[parent.IndexOf(paragraph)] = new FigureBlock(slug, image);
            }
        }

        if (text.Descendants<LinkInline>().FirstOrDefault(link => SlugOf(link) is not null) is { } among)
        {
            throw new MarkdownException($"The figure “{SlugOf(among)}” must be in a paragraph of its own.");
        }
    }

    private static string? SlugOf(LinkInline link)
    {
        if (!link.IsImage || link.Url?.StartsWith(FigurePlace.Scheme, StringComparison.OrdinalIgnoreCase) is not true)
        {
            return null;
        }

        var slug = link.Url[FigurePlace.Scheme.Length..];
        return Slug.IsValid(slug)
            ? slug
            : throw new MarkdownException(
                $"“{slug}” is not the name of a figure: lower-case letters and digits, words joined by single hyphens.");
    }
}
