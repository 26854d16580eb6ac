using System.Collections.Frozen;
using System.Text;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>
/// What a page is called, as it is read: by the title in its head, otherwise by one further down, never by that of a drawing; and by its
/// first heading that says something.
/// </summary>
internal sealed class PageNames
{
    private const int Longest = 1_000;

    private static readonly FrozenSet<string> OfHead = FrozenSet.ToFrozenSet(
        ["html", "head", "title", "meta", "link", "script", "style", "base", "noscript", "template"], StringComparer.Ordinal);

    /// <summary>Where one of these begins, a drawing has ended, whether or not it says so (HTML, 13.2.6.5).</summary>
    private static readonly FrozenSet<string> EndDrawings = FrozenSet.ToFrozenSet(
        ["body", "div", "h1", "h2", "h3", "p", "ul", "ol", "table", "head", "pre", "main", "article"], StringComparer.Ordinal);

    private readonly StringBuilder _heading = new();
    private string? _ofHead;
    private string? _ofBody;
    private bool _inBody;
    private bool _inHeading;
    private int _drawings;

    public string? Title => _ofHead ?? _ofBody;

    public string? Heading { get; private set; }

    public bool InDrawing => _drawings > 0;

    public void Open(string name, bool isSelfClosing)
    {
        _inBody |= !OfHead.Contains(name);
        _drawings = EndDrawings.Contains(name) ? 0 : _drawings + (name is "svg" or "math" && !isSelfClosing ? 1 : 0);
        _inHeading |= name == "h1" && Heading is null;
        _heading.Append(_inHeading && name is "br" or "div" or "p" ? " " : "");
    }

    public void Close(string name)
    {
        _drawings -= name is "svg" or "math" && _drawings > 0 ? 1 : 0;
        if (name == "h1" && _inHeading)
        {
            Heading = string.IsNullOrWhiteSpace(_heading.ToString()) ? null : _heading.ToString();
            _inHeading = false;
            _heading.Clear();
        }
    }

    public void Text(string text) => _heading.Append(_inHeading && !InDrawing && _heading.Length < Longest ? text : "");

    public void Titled(string title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return;
        }

        (_ofHead, _ofBody) = _inBody ? (_ofHead, _ofBody ?? title) : (_ofHead ?? title, _ofBody);
    }
}
