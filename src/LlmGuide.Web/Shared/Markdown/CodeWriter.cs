using System.Buffers;

using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace LlmGuide.Web.Shared.Markdown;

/// <summary>Code blocks scroll sideways, so they take the focus: without it a keyboard cannot scroll them.</summary>
internal sealed class CodeWriter : HtmlObjectRenderer<CodeBlock>
{
    private static readonly SearchValues<char> OfLanguageNames =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#.-");

    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write("<pre tabindex=\"0\"><code");
        if (obj is FencedCodeBlock { Info: { Length: > 0 and <= 20 } info } && !info.AsSpan().ContainsAnyExcept(OfLanguageNames))
        {
            renderer.Write(" class=\"language-").Write(info.ToLowerInvariant()).Write('"');
        }

        renderer.Write('>');
        renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</code></pre>");
    }
}
