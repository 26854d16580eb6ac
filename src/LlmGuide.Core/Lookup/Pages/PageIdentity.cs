using LlmGuide.Core.Catalogue.Addresses;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>Where a page is and what it is called, to tell what is said about it from what is said about others.</summary>
internal sealed class PageIdentity
{
    private const int Longest = 1_000;

    private readonly HashSet<string> _keys;
    private readonly List<string> _names;

    public PageIdentity(PageScan page, string address)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host.ToLowerInvariant() : "";
        _keys = [.. ((string?[])[address, page.Canonical, page.Meta("og:url")]).Select(ResourceUrl.KeyOf).OfType<string>()];
        Heading = Line(page.Heading);
        Parts = new TitleParts(
            [page.Meta("og:site_name"), page.Meta("application-name"), page.Meta("apple-mobile-web-app-title")],
            host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host,
            Heading);
        (Title, Shared) = (Parts.Without(Line(page.Title)), Parts.Without(Line(page.Meta("og:title") ?? page.Meta("twitter:title"))));
        _names = [.. ((string?[])[Heading, Title, Shared]).Select(TitleParts.Letters).Where(name => name.Length > 0)];
    }

    public TitleParts Parts { get; }

    public string? Heading { get; }

    /// <summary>Without the name of the site.</summary>
    public string? Title { get; }

    /// <summary>What it is called where it is shared, without the name of the site.</summary>
    public string? Shared { get; }

    public bool HasNames => _names.Count > 0;

    public bool IsHere(string key) => _keys.Contains(key);

    /// <returns>How well a name fits what the page is called: from 0, not at all, to 3, the same.</returns>
    public int Agreement(string? name)
    {
        var letters = TitleParts.Letters(MarkedText.Plain(name is { Length: > Longest } ? name[..Longest] : name));
        return letters.Length == 0 ? 0
            : _names.Contains(letters) ? 3
            : _names.Exists(own => own.StartsWith(letters, StringComparison.Ordinal)) ? 2
            : _names.Exists(own => own.Contains(letters, StringComparison.Ordinal)) ? 1
            : 0;
    }

    /// <summary>One line, and no longer than a title can be: what is looked through here has white space in runs.</summary>
    private static string? Line(string? text) =>
        text is null ? null
        : string.Join(' ', (MarkedText.Decoded(text.Length > Longest ? text[..Longest] : text) ?? "").Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;
}
