using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>Walks what stands within a line of Markdown.</summary>
internal sealed class InlineWalk(PartBuilder parts, HtmlWalk html, CancellationToken cancellationToken)
{
    /// <param name="offset">The line of the file that the text begins on, where it was parsed by itself.</param>
    public void Walk(ContainerInline? inlines, int offset = 0)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            One(inline, offset);
            if (inline is ContainerInline)
            {
                parts.Current?.Seal();
            }
        }
    }

    private void One(Inline inline, int offset)
    {
        var line = inline.Line + offset;
        if (inline is not (LiteralInline or HtmlEntityInline))
        {
            parts.Current?.Seal();
        }

        switch (inline)
        {
            case LiteralInline literal:
                parts.Text(literal.Content.ToString(), line);
                break;
            case HtmlEntityInline entity:
                parts.Text(entity.Transcoded.ToString(), line);
                break;
            case CodeInline code:
                parts.Code(code.Content, line);
                break;
            case LineBreakInline end:
                parts.Break(end.IsHard, line);
                break;
            case AutolinkInline auto:
                parts.BeginLink(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, line);
                parts.Text(auto.Url, line);
                parts.EndLink();
                break;
            case LinkInline { IsImage: true } image:
                parts.Image(Words.Of(image), line);
                break;
            case LinkInline link:
                parts.BeginLink(link.GetDynamicUrl?.Invoke() ?? link.Url ?? "", line);
                Walk(link, offset);
                parts.EndLink();
                break;
            case EmphasisInline emphasis:
                Emphasis(emphasis, offset);
                break;
            case HtmlInline tag:
                html.Read(tag.Tag, line, cancellationToken);
                break;
            case TaskList or FootnoteLink:
                break;
            case DelimiterInline mark:
                parts.Text(mark.ToLiteral(), line);
                Walk(mark, offset);
                break;
            case ContainerInline container:
                Walk(container, offset);
                break;
            default:
                break;
        }
    }

    private void Emphasis(EmphasisInline emphasis, int offset)
    {
        var (bold, italic) = (parts.Bold, parts.Italic);
        if (emphasis.DelimiterChar is '*' or '_')
        {
            parts.Bold += emphasis.DelimiterCount == 2 ? 1 : 0;
            parts.Italic += emphasis.DelimiterCount == 1 ? 1 : 0;
        }

        Walk(emphasis, offset);
        (parts.Bold, parts.Italic) = (bold, italic);
    }
}
