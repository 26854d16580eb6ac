using LlmGuide.Core.Figures;

namespace LlmGuide.Web.Catalogue.Figures;

/// <summary>What a page puts in the place of a figure, up to its caption.</summary>
internal static class FigureMarkup
{
    /// <param name="figure"><c>null</c> for one that no longer ships: the caption then stands alone.</param>
    public static string Open(Figure? figure) => figure is null ? "<figure>" : $"<figure class=\"fig\" id=\"{figure.Anchor}\">{figure.Svg}";
}
