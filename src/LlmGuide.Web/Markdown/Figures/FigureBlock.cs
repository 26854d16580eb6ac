using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Markdown.Figures;

/// <summary>The place of a figure, with the words below it.</summary>
internal sealed class FigureBlock : LeafBlock
{
    /// <param name="image">What was written; its words become the caption.</param>
    public FigureBlock(string slug, LinkInline image)
        : base(null)
    {
        Slug = slug;
        Inline = new ContainerInline();
        image.EmbraceChildrenBy(Inline);
        Inline.Remove();
    }

    public string Slug { get; }
}
