using System.Buffers;
using System.Diagnostics;

using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace LlmGuide.Web.Markdown.Code;

/// <summary>Code blocks scroll sideways, so they take the focus: without it a keyboard cannot scroll them.</summary>
internal sealed class CodeWriter : HtmlObjectRenderer<CodeBlock>
{
    private static readonly SearchValues<char> OfLanguageNames =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#.-");

    /// <summary>For all code of a text; when it is used up, or one block is too much, the rest is written plainly.</summary>
    private TimeSpan _left = TimeSpan.FromSeconds(1);

    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var language = LanguageOf(obj);
        renderer.EnsureLine();
        renderer.Write("<pre tabindex=\"0\"><code");
        if (language is not null)
        {
            renderer.Write(" class=\"language-").Write(language).Write('"');
        }

        renderer.Write('>');
        if (!TryColour(renderer, obj, language))
        {
            renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
        }

        renderer.WriteLine("</code></pre>");
    }

    private bool TryColour(HtmlRenderer renderer, CodeBlock code, string? language)
    {
        if (_left <= TimeSpan.Zero || language is null || CodeColours.LanguageOf(language) is not { } known)
        {
            return false;
        }

        var begun = Stopwatch.GetTimestamp();
        var coloured = CodeColours.TryWrite(code.Lines.ToString(), known, _left);
        _left = coloured is null ? TimeSpan.Zero : _left - Stopwatch.GetElapsedTime(begun);
        renderer.Write(coloured).Write(coloured is null ? "" : "\n");
        return coloured is not null;
    }

    private static string? LanguageOf(CodeBlock code) =>
        code is FencedCodeBlock { Info: { Length: > 0 and <= 20 } info } && !info.AsSpan().ContainsAnyExcept(OfLanguageNames)
            ? info.ToLowerInvariant() : null;
}
