using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace LlmGuide.Web.Markdown;

/// <summary>The notes at the end of a text. Its ids carry a mark of the text: Markdig's are the same in every text.</summary>
internal sealed class FootnoteWriter(string mark) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"footnotes\"><hr><ol>");
        foreach (var note in obj.OfType<Footnote>())
        {
            renderer.WriteLine($"<li id=\"fn-{mark}-{note.Order}\">");
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol></div>");
    }
}

/// <summary>The number in the text, and the way back from the note.</summary>
internal sealed class FootnoteLinkWriter(string mark) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj) => renderer.Write(obj.IsBackLink
        ? $"<a href=\"#fnref-{mark}-{obj.Index}\" class=\"footnote-back-ref\" aria-label=\"Back to the text\">↩</a>"
        : $"<sup><a id=\"fnref-{mark}-{obj.Index}\" href=\"#fn-{mark}-{obj.Footnote.Order}\" "
            + $"class=\"footnote-ref\" aria-label=\"Footnote {obj.Footnote.Order}\">{obj.Footnote.Order}</a></sup>");
}
