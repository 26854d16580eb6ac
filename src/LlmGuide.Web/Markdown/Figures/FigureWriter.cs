using LlmGuide.Core.Figures;

using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace LlmGuide.Web.Markdown.Figures;

/// <summary>Leaves the place of the drawing empty: see <see cref="FigurePlace"/>.</summary>
internal sealed class FigureWriter : HtmlObjectRenderer<FigureBlock>
{
    protected override void Write(HtmlRenderer renderer, FigureBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write(FigurePlace.Open(obj.Slug)).Write("<figcaption>");
        renderer.WriteLeafInline(obj);
        renderer.WriteLine("</figcaption></figure>");
    }
}
