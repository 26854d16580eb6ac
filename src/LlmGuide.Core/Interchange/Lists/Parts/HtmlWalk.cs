using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>
/// HTML within a list, token by token (see <c>PageScan</c> for why without a tree). Markdown hands it over in pieces, in the middle of
/// a table even, so nothing here expects that what is opened is closed.
/// </summary>
internal sealed class HtmlWalk(PartBuilder parts, Action<string, int> markdown)
{
    private int _hidden;
    private readonly HtmlRows _rows = new(parts);
    private readonly Stack<ListPart?> _lists = new();

    /// <param name="line">The line of the file, counted from 0, that it begins on.</param>
    public void Read(string html, int line, CancellationToken cancellationToken)
    {
        using var tokens = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = line + Math.Max(0, token.Position.Line - 1);
            parts.Current?.Seal();
            switch (token)
            {
                case HtmlTagToken { Type: HtmlTokenType.StartTag } tag:
                    Open(tag, at);
                    tokens.State = tag.Name switch
                    {
                        "script" => HtmlParseMode.Script,
                        "style" => HtmlParseMode.Rawtext,
                        _ => tokens.State,
                    };
                    break;
                case HtmlTagToken { Type: HtmlTokenType.EndTag } tag:
                    Close(tag.Name, at);
                    break;
                case { Type: HtmlTokenType.Character, Data: { } text } when _hidden == 0:
                    Text(text, at);
                    break;
                default:
                    break;
            }
        }
    }

    private void Text(string text, int line)
    {
        foreach (var (index, words) in text.Split('\n').Index())
        {
            if (index > 0)
            {
                parts.Break(hard: false, line + index - 1);
            }

            // GitHub shows the marks of Markdown here as they are; whoever wrote them meant a link.
            if (words.Contains("](", StringComparison.Ordinal))
            {
                markdown(words, line + index);
            }
            else
            {
                parts.Text(parts.IsOpen ? words : words.TrimStart(), line + index);
            }
        }
    }

    private void Open(HtmlTagToken tag, int line)
    {
        switch (tag.Name)
        {
            case "a" when Attribute(tag, "href") is { Length: > 0 } url:
                parts.BeginLink(url, line);
                break;
            case "img":
                parts.Image(Attribute(tag, "alt") ?? "", line);
                break;
            case "br":
                parts.Break(hard: true, line);
                break;
            case "b" or "strong":
                parts.Bold++;
                break;
            case "i" or "em":
                parts.Italic++;
                break;
            case "script" or "style" or "pre":
                _hidden++;
                break;
            case "table":
                _rows.BeginTable();
                break;
            case "tr":
                _rows.BeginRow(line);
                break;
            case "td" or "th":
                _rows.Cell(tag.Name == "th", line);
                break;
            case "ul" or "ol":
                Separate(line);
                _lists.Push(null);
                break;
            case "li":
                EndItem();
                _lists.TryPop(out _);
                _lists.Push(parts.Begin(PartKind.Item, line));
                break;
            case ['h', >= '1' and <= '6']:
                parts.End(PartKind.Paragraph);
                parts.Begin(PartKind.Heading, line, tag.Name[1] - '0');
                break;
            case "p" or "div" or "details" or "summary" or "center" or "dt" or "dd" or "blockquote":
                Separate(line);
                break;
            default:
                break;
        }
    }

    private void Close(string name, int line)
    {
        switch (name)
        {
            case "a":
                parts.EndLink();
                break;
            case "b" or "strong":
                parts.Bold = Math.Max(0, parts.Bold - 1);
                break;
            case "i" or "em":
                parts.Italic = Math.Max(0, parts.Italic - 1);
                break;
            case "script" or "style" or "pre":
                _hidden = Math.Max(0, _hidden - 1);
                break;
            case "tr" or "table":
                _rows.EndRow();
                break;
            case "ul" or "ol":
                EndItem();
                _lists.TryPop(out _);
                break;
            case "li":
                EndItem();
                break;
            case ['h', >= '1' and <= '6']:
                parts.End(PartKind.Heading);
                break;
            case "p" or "div" or "details" or "summary" or "center" or "dt" or "dd" or "blockquote":
                Separate(line);
                break;
            default:
                break;
        }
    }

    private void EndItem()
    {
        if (_lists.TryPeek(out var item) && item is not null)
        {
            parts.End(item);
        }
    }

    private void Separate(int line)
    {
        if (parts.Current is { Kind: PartKind.Paragraph } && !parts.IsLinking)
        {
            parts.End(PartKind.Paragraph);
        }
        else
        {
            parts.Break(hard: true, line);
        }
    }

    private static string? Attribute(HtmlTagToken tag, string name) => tag.Attributes.Find(attribute => attribute.Name == name).Value;
}
