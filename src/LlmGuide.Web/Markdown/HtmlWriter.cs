using System.Security.Cryptography;
using System.Text;

using LlmGuide.Web.Markdown.Code;
using LlmGuide.Web.Markdown.Figures;
using LlmGuide.Web.Markdown.Tables;

using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace LlmGuide.Web.Markdown;

/// <summary>Writes the tree with our own elements for code, tables, tasks and footnotes, and Markdig's for the rest.</summary>
internal static class HtmlWriter
{
    /// <param name="text">The tree; formulas are in place.</param>
    /// <param name="markdown">Its source, from which the ids of footnotes are made.</param>
    public static string Write(MarkdownDocument text, string markdown, bool singleLine)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Dialect.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new CodeWriter());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new TableWriter());
        renderer.ObjectRenderers.Replace<HtmlTaskListRenderer>(new TaskWriter());
        renderer.ObjectRenderers.Add(new FigureWriter());

        var mark = MarkOf(markdown);
        renderer.ObjectRenderers.Replace<HtmlFootnoteGroupRenderer>(new FootnoteWriter(mark));
        renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new FootnoteLinkWriter(mark));

        renderer.ImplicitParagraph = singleLine;
        renderer.Render(text);
        return TextLimits.CheckHtml(html.ToString().Trim());
    }

    /// <summary>Several texts stand on one page, and ids must differ; the same text gives the same ids again.</summary>
    private static string MarkOf(string markdown) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markdown)).AsSpan(0, 4));
}
