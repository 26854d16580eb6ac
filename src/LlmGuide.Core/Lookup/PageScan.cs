using System.Text;

using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace LlmGuide.Core.Lookup;

/// <summary>
/// What a page says about itself, read token by token. No tree is made: AngleSharp's takes time with the square of what is open at once,
/// and 270 kB of lists inside one another held a processor for 10 s. So depth costs nothing here, and time goes with the bytes.
/// </summary>
internal sealed class PageScan
{
    private const int MostStatements = 2_000;
    private const int MostScripts = 10;
    private const int LongestHeading = 1_000;

    private readonly List<KeyValuePair<string, string>> _metas = [];
    private readonly List<string> _linkedData = [];
    private readonly WordCount _words = new();
    private readonly StringBuilder _heading = new();
    private readonly StringBuilder _rawText = new();
    private string? _textOf;
    private HtmlParseMode? _raw;
    private string? _published;
    private string? _time;
    private bool _inHeading;

    private PageScan()
    {
    }

    /// <summary>The content of <c>meta</c> elements, by name or property, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metas => _metas;

    /// <summary>JSON-LD, as it stands.</summary>
    public IReadOnlyList<string> LinkedData => _linkedData;

    public string? Title { get; private set; }

    public string? Heading { get; private set; }

    /// <summary>Of microdata, as ISO 8601 has it.</summary>
    public string? Duration { get; private set; }

    /// <summary>Of microdata; otherwise the first time that is named.</summary>
    public string? Published => _published ?? _time;

    public string? Charset { get; private set; }

    public int Words => _words.Total;

    /// <param name="cancellationToken">Looked at for every token.</param>
    public static PageScan Read(string html, CancellationToken cancellationToken)
    {
        var scan = new PageScan();
        using var tokens = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            cancellationToken.ThrowIfCancellationRequested();
            scan._raw = null;
            scan.Take(token);

            // What is no markup up to its end tag, only the one who makes the tree would tell the tokenizer.
            tokens.State = scan._raw ?? tokens.State;
        }

        scan.EndRaw();

        return scan;
    }

    private void Take(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken { Type: HtmlTokenType.StartTag } tag:
                Open(tag);
                break;
            case HtmlTagToken { Type: HtmlTokenType.EndTag } tag:
                Close(tag.Name);
                break;
            case { Type: HtmlTokenType.Character, Data: { } text }:
                Text(text);
                break;
            default:
                break;
        }
    }

    private void Open(HtmlTagToken tag)
    {
        _inHeading |= tag.Name == "h1" && Heading is null;
        Microdata(tag);
        switch (tag.Name)
        {
            case "meta":
                Meta(tag);
                break;
            case "time":
                _time ??= Attribute(tag, "datetime");
                break;
            case "script":
                Raw(Attribute(tag, "type") == "application/ld+json" ? "json" : "", HtmlParseMode.Script);
                break;
            case "title" or "textarea":
                Raw(tag.Name, HtmlParseMode.RCData);
                break;
            case "style" or "xmp" or "iframe" or "noembed" or "noframes":
                Raw("", HtmlParseMode.Rawtext);
                break;
            default:
                _words.Open(tag.Name, Attribute(tag, "role"), tag.IsSelfClosing);
                break;
        }
    }

    private void Raw(string textOf, HtmlParseMode mode) => (_textOf, _raw) = (textOf, mode);

    private void EndRaw()
    {
        if (_textOf == "title")
        {
            Title ??= _rawText.ToString();
        }
        else if (_textOf == "json" && _linkedData.Count < MostScripts)
        {
            _linkedData.Add(_rawText.ToString());
        }

        _textOf = null;
        _rawText.Clear();
    }

    private void Close(string name)
    {
        EndRaw();
        if (name == "h1" && _inHeading)
        {
            (_inHeading, Heading) = (false, _heading.ToString());
        }

        _words.Close(name);
    }

    private void Text(string text)
    {
        switch (_textOf)
        {
            case null:
                _words.Add(text);
                _heading.Append(_inHeading && _heading.Length < LongestHeading ? text : "");
                break;
            case "title" or "json":
                _rawText.Append(text);
                break;
            default:
                break;
        }
    }

    private void Microdata(HtmlTagToken tag)
    {
        switch (Attribute(tag, "itemprop"))
        {
            case "duration":
                Duration ??= Attribute(tag, "content");
                break;
            case "datePublished":
                _published ??= Attribute(tag, "content");
                break;
            default:
                break;
        }
    }

    // Some sites write "property" where "name" belongs, and the other way around.
    private void Meta(HtmlTagToken tag)
    {
        var content = Attribute(tag, "content");
        Charset ??= Attribute(tag, "charset")
            ?? (IsContentType(tag) && content?.Split("charset=") is [_, var named] ? named : null);
        if ((Attribute(tag, "name") ?? Attribute(tag, "property")) is { } name
            && !string.IsNullOrWhiteSpace(content) && _metas.Count < MostStatements)
        {
            _metas.Add(KeyValuePair.Create(name, content));
        }
    }

    private static bool IsContentType(HtmlTagToken tag) =>
        string.Equals(Attribute(tag, "http-equiv"), "content-type", StringComparison.OrdinalIgnoreCase);

    private static string? Attribute(HtmlTagToken tag, string name) => tag.Attributes.Find(attribute => attribute.Name == name).Value;
}
