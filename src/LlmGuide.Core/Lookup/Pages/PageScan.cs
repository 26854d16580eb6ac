using System.Text;

using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>
/// What a page says about itself, read token by token. No tree is made: AngleSharp's takes time with the square of what is open at once,
/// and 270 kB of lists inside one another held a processor for 10 s. So depth costs nothing here, and time goes with the bytes.
/// </summary>
internal sealed class PageScan
{
    private const int MostScripts = 10;

    /// <summary>What the script of a check of browsers sets (Cloudflare); other pages behind it have its file alone.</summary>
    private const string OfChallenge = "_cf_chl_opt";

    private readonly MetaTags _metas = new();
    private readonly List<string> _linkedData = [];
    private readonly WordCount _words = new();
    private readonly PageNames _names = new();
    private readonly StringBuilder _rawText = new();
    private string? _textOf;
    private HtmlParseMode? _raw;
    private string? _published;
    private string? _time;

    private PageScan()
    {
    }

    /// <summary>JSON-LD, as it stands.</summary>
    public IReadOnlyList<string> LinkedData => _linkedData;

    /// <summary>See <see cref="PageNames"/>.</summary>
    public string? Title => _names.Title;

    public string? Heading => _names.Heading;

    /// <summary>The address that the page gives as its own.</summary>
    public string? Canonical { get; private set; }

    /// <summary>Whether a check of browsers stands here in place of the page.</summary>
    public bool IsChallenge { get; private set; }

    /// <summary>Of microdata, as ISO 8601 has it.</summary>
    public string? Duration { get; private set; }

    /// <summary>Of microdata; otherwise the first time that is named.</summary>
    public string? Published => _published ?? _time;

    public string? Charset => _metas.Charset;

    /// <summary>A name of characters that nobody knows, where the page could not be read without.</summary>
    public string? UnknownCharset { get; set; }

    public int Words => _words.Total;

    /// <returns>The first that says something under this name, in whatever case.</returns>
    public string? Meta(string name) => All(name).FirstOrDefault();

    /// <summary>The content of the <c>meta</c> elements with a name or property, in order.</summary>
    public IEnumerable<string> All(string name) => _metas.All(name);

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
        _names.Open(tag.Name, tag.IsSelfClosing);
        Microdata(tag);
        switch (tag.Name)
        {
            case "meta":
                _metas.Add(name => Attribute(tag, name));
                break;
            case "link" when Attribute(tag, "rel")?.Trim().Equals("canonical", StringComparison.OrdinalIgnoreCase) is true:
                Canonical ??= Attribute(tag, "href");
                break;
            case "time":
                _time ??= Attribute(tag, "datetime");
                break;
            case "script":
                Raw(IsLinkedData(Attribute(tag, "type")) ? "json" : "", HtmlParseMode.Script);
                break;
            case "title" when _names.InDrawing:
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
            _names.Titled(_rawText.ToString());
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
        _names.Close(name);
        _words.Close(name);
    }

    private void Text(string text)
    {
        switch (_textOf)
        {
            case null:
                _words.Add(text);
                _names.Text(text);
                break;
            case "title" or "json":
                _rawText.Append(text);
                break;
            default:
                IsChallenge |= text.Contains(OfChallenge, StringComparison.Ordinal);
                break;
        }
    }

    private static bool IsLinkedData(string? type) =>
        type?.Trim().StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) is true;

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

    private static string? Attribute(HtmlTagToken tag, string name) => tag.Attributes.Find(attribute => attribute.Name == name).Value;
}
