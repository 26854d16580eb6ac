using AngleSharp.Html.Dom;

using Ganss.Xss;

using LlmGuide.Web.Markdown.Addresses;
using LlmGuide.Web.Markdown.Code;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// The last step, and the only one that safety rests on: whatever came before, no element, attribute, class or address
/// leaves here that is not named here.
/// </summary>
internal static class AllowList
{
    private static readonly string[] Elements =
    [
        "a", "blockquote", "br", "code", "del", "div", "em", "figcaption", "figure", "h3", "h4", "h5", "h6", "hr", "input", "li", "ol", "p",
        "pre", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
        // What KaTeX writes for formulas; not annotation, mglyph, maction or semantics.
        "math", "menclose", "mfrac", "mi", "mn", "mo", "mover", "mpadded", "mphantom", "mroot", "mrow", "mspace", "msqrt",
        "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover",
    ];

    private static readonly string[] Attributes =
    [
        "aria-label", "checked", "class", "data-figure", "disabled", "href", "id", "rel", "role", "start", "tabindex", "title", "type",
        // Formulas; not mathcolor and mathbackground, which people would use against the theme's contrast.
        "accent", "accentunder", "alttext", "columnalign", "columnlines", "columnspacing", "depth", "display",
        "displaystyle", "fence", "height", "largeop", "linebreak", "linethickness", "lspace", "mathsize", "mathvariant",
        "maxsize", "minsize", "notation", "rowlines", "rowspacing", "rspace", "scriptlevel", "separator", "stretchy",
        "valign", "voffset", "width",
    ];

    private static readonly string[] Classes =
    [
        "align-center", "align-right", "contains-task-list", "footnote-back-ref", "footnote-ref", "footnotes", "table",
        "task-list-item", .. CodeColours.Classes,
    ];

    // Safe to share: after this it is only read (see "Thread safety" in HtmlSanitizer's README).
    private static readonly HtmlSanitizer Sanitizer = Make();

    public static string Clean(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Elements.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedClasses = Classes.ToHashSet(StringComparer.Ordinal),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        });
        sanitizer.FilterUrl += (_, url) => url.SanitizedUrl = LinkAddress.IsAllowed(url.OriginalUrl) ? url.SanitizedUrl : null;
        sanitizer.RemovingCssClass += (_, found) => found.Cancel = found.CssClass.StartsWith("language-", StringComparison.Ordinal);
        sanitizer.PostProcessNode += (_, found) =>
        {
            // A box to tick and nothing to type a password into.
            if (found.Node is IHtmlInputElement { Type: not "checkbox" } or IHtmlInputElement { IsDisabled: false })
            {
                found.Node.Parent?.RemoveChild(found.Node);
            }
        };
        return sanitizer;
    }
}
