using System.Text.RegularExpressions;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>
/// The address of a work on the web, in the form that the catalogue keeps, with a key that all ways of writing it share: an arXiv
/// paper's abstract, PDF and versions, a video's short and long link, with and without "www", tracking or a slash at the end.
/// </summary>
/// <param name="Canonical">The whole address, in ASCII, at most <see cref="MaxLength"/> characters; parsing it gives itself.</param>
/// <param name="Key">Equal for two addresses exactly when they lead to the same work as far as their text tells.</param>
public sealed partial record ResourceUrl(string Canonical, string Key)
{
    /// <summary>In characters. An index of PostgreSQL takes no more than 2,704 bytes.</summary>
    public const int MaxLength = 2000;

    /// <summary>Its number, where it is a paper at arXiv.</summary>
    public string? ArxivId => ArxivNumber.OfKey(Key);

    /// <summary>The DOI that the address itself names, in its case.</summary>
    public string? Doi => DoiNumber.Read(Canonical) ?? DoiNumber.InPath(Host, new Uri(Canonical).AbsolutePath);

    /// <summary>The host as people read it, without "www".</summary>
    public string Host => WithoutWww(new Uri(Canonical).Host);

    /// <summary>
    /// Reads what somebody pasted: an address with or without its scheme, a number of arXiv, or a DOI; with what a text puts around it.
    /// </summary>
    /// <returns>Refused with a sentence: nothing, another scheme, a name or password in it, control characters, too long.</returns>
    public static Outcome<ResourceUrl> Parse(string? text)
    {
        if (text?.Trim().Length > MaxLength)
        {
            return Refusal.Rule(TooLong, nameof(Resource.Url));
        }

        if (OfNumber(text) is { } numbered)
        {
            return numbered;
        }

        var pasted = PastedText.Bare(text);
        if (WhyNot(pasted) is { } why)
        {
            return Refusal.Rule(why, nameof(Resource.Url));
        }

        return Uri.TryCreate(WithScheme(pasted), UriKind.Absolute, out var uri)
            ? Of(uri)
            : Refusal.Rule("This is not a link. Paste the whole link, starting with https://.", nameof(Resource.Url));
    }

    /// <returns>The key of an address; <c>null</c> for what is none.</returns>
    public static string? KeyOf(string? text) => Parse(text).Value?.Key;

    internal static ResourceUrl OfArxiv(string number) => new($"https://arxiv.org/abs/{number}", $"arxiv:{number}");

    // arXiv and the ACL give DOIs by their own numbers.
    internal static ResourceUrl OfDoi(string doi) =>
        ArxivNumber.OfDoi(doi) is { } number ? OfArxiv(number)
        : new ResourceUrl($"{DoiNumber.Resolver}{DoiNumber.Escaped(doi)}", KnownSites.AnthologyKey(doi) ?? DoiNumber.Key(doi));

    private static ResourceUrl? OfNumber(string? text) =>
        ArxivNumber.Read(text) is { } number ? OfArxiv(number) : DoiNumber.Read(text) is { } doi ? OfDoi(doi) : null;

    private static Outcome<ResourceUrl> Of(Uri pasted)
    {
        var uri = Redirectors.Target(pasted);
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
        {
            return Refusal.Rule($"Only http and https addresses can be listed, not “{uri.Scheme}:”.", nameof(Resource.Url));
        }

        if (uri.UserInfo.Length > 0)
        {
            return Refusal.Rule("The address contains a user name or a password. Paste it without.", nameof(Resource.Url));
        }

        if (HostOf(uri) is not { } host)
        {
            return Refusal.Rule($"“{uri.Host}” is not a host on the public web.", nameof(Resource.Url));
        }

        var parsed = KnownSites.Of(uri, WithoutWww(host)) ?? Proceedings.Of(uri, WithoutWww(host)) ?? Plain(uri, host);
        parsed = Redirectors.Copied(uri) is { } original ? parsed with { Key = Of(original).Value?.Key ?? parsed.Key } : parsed;
        return parsed.Canonical.Length <= MaxLength ? parsed : Refusal.Rule(TooLong, nameof(Resource.Url));
    }

    /// <summary>What is true of any site: the case and "www" of the host, the port, tracking, order in the query, the fragment.</summary>
    private static ResourceUrl Plain(Uri uri, string host)
    {
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var plain = OtherHosts.Usual(WithoutWww(host));
        var path = Hex().Replace(uri.AbsolutePath, escaped => escaped.Value.ToUpperInvariant());
        var query = Tracking.Without(uri.Query);
        if (Repositories.Has(plain))
        {
            path = Repositories.Front(path);
            query.RemoveAll(Repositories.IsTab);
        }

        var anchor = FragmentOf(uri);
        var at = Repositories.PathKey(plain, IndexPage().Replace(path, "/").TrimEnd('/'));
        return new ResourceUrl(
            $"{uri.Scheme}://{host}{port}{path}{Tracking.Join(query)}{anchor}",
            DoiNumber.InPath(plain, path) is { } doi ? OfDoi(doi).Key
                : $"{plain}{(uri.Port is 80 or 443 ? "" : port)}{at}{Tracking.Join(query.Order(StringComparer.Ordinal))}{anchor}");
    }

    private const string TooLong = "The address is too long: at most 2,000 characters.";

    private static string? WhyNot(string pasted) =>
        pasted.Length == 0 ? "Paste an address, such as https://arxiv.org/abs/1706.03762."
        : pasted.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\'
            || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
            ? "There is a space or an invisible character in the address. Paste the link alone."
            : null;

    private static string WithScheme(string pasted) =>
        pasted.StartsWith("//", StringComparison.Ordinal) ? $"https:{pasted}"
        : BareHost().IsMatch(pasted) ? $"https://{pasted}"
        : pasted;

    /// <returns>In lower-case ASCII; <c>null</c> for what has no dot, as names inside of a network.</returns>
    private static string? HostOf(Uri uri)
    {
        if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            return uri.Host;
        }

        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        return uri.HostNameType == UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal)
            && Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(char.IsAscii)
            ? host
            : null;
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    // An anchor leads to a place in the same work; "#/" and "#!" are pages of sites that are made by a script.
    private static string FragmentOf(Uri uri) =>
        uri.Fragment.StartsWith("#/", StringComparison.Ordinal) || uri.Fragment.StartsWith("#!", StringComparison.Ordinal)
            ? uri.Fragment : "";

    [GeneratedRegex("%[0-9a-fA-F]{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hex();

    [GeneratedRegex(@"/index\.html?\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IndexPage();

    // Without a scheme, what ends in digits is a number and no host: "3.14".
    [GeneratedRegex(
        @"^[\w-]+(\.[\w-]+)*\.(?=[\w-]*\p{L})[\w-]+(:[0-9]+)?([/?#].*)?\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareHost();
}
