using System.Text.RegularExpressions;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>
/// Addresses that only lead on to another, which stands in them: what search engines, mail programs, chats and libraries put in its place
/// when somebody copies a link out of them.
/// </summary>
internal static partial class Redirectors
{
    /// <summary>One may lead to the next: a mail program in front of a search engine.</summary>
    private const int MostInRow = 3;

    /// <summary>In which part of the query the address stands, by host and path.</summary>
    private static readonly (Regex Place, string[] Names)[] Known =
    [
        (Search(), ["q", "url"]),
        (Shares(), ["u", "url", "q", "to", "z", "target", "uddg"]),
        (Library(), ["url", "qurl"]),
    ];

    /// <returns>Where the address leads in the end; itself, where it is no such address.</returns>
    public static Uri Target(Uri uri)
    {
        for (var row = 0; row < MostInRow && Next(uri) is { } next; row++)
        {
            uri = next;
        }

        return uri;
    }

    /// <returns>
    /// Of whose page the address shows a copy; <c>null</c> where it shows none. The copy may be all that is left, so its address stays, but
    /// it is the same work.
    /// </returns>
    public static Uri? Copied(Uri uri) =>
        Copy().Match($"{uri.Host.ToLowerInvariant()}{uri.PathAndQuery}{uri.Fragment}") is { Success: true } copy ? Web(Rest(copy)) : null;

    private static Uri? Next(Uri uri)
    {
        var place = $"{uri.Host.ToLowerInvariant()}{uri.AbsolutePath}";
        if (Accelerated().Match($"{place}{uri.Query}") is { Success: true } page)
        {
            return Web($"https://{page.Groups["rest"].Value}");
        }

        var names = Known.FirstOrDefault(known => known.Place.IsMatch(place)).Names;
        return names is null ? null
            : uri.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
                .Where(pair => pair.Length == 2 && names.Contains(pair[0], StringComparer.Ordinal))
                .Select(pair => Web(Uri.UnescapeDataString(pair[1]))).FirstOrDefault(target => target is not null);
    }

    // A browser makes one slash of two in a path.
    private static string Rest(Match copy) =>
        copy.Groups["rest"].Value is var rest && rest.Contains("://", StringComparison.Ordinal) ? rest
            : rest.Replace(":/", "://", StringComparison.Ordinal);

    private static Uri? Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri : null;

    private const RegexOptions Plainly = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(www\.|scholar\.)?google\.[a-z]{2,3}(\.[a-z]{2})?/(url|scholar_url)\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Search();

    [GeneratedRegex(
        @"^([a-z0-9]+\.safelinks\.protection\.outlook\.com/|lm?\.(facebook|instagram|messenger|threads)\.com/(l\.php)?"
        + @"|(www\.)?youtube\.com/redirect|out\.reddit\.com/.*|link\.(zhihu|juejin)\.c(om|n)/|(www\.)?vk\.com/away\.php"
        + @"|t\.umblr\.com/redirect|slack-redir\.net/link|(www\.)?linkedin\.com/(redir|safety)/.*|duckduckgo\.com/l/"
        + @"|steamcommunity\.com/linkfilter/|statics\.teams\.cdn\.office\.net/.*)\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shares();

    /// <summary>EZproxy, which stands before the publishers at many universities.</summary>
    [GeneratedRegex(@"^login\.[\w.-]*proxy[\w.-]*/login\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Library();

    [GeneratedRegex(@"^(www\.)?google\.[a-z]{2,3}(\.[a-z]{2})?/amp/s/(?<rest>.+)\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Accelerated();

    [GeneratedRegex(
        @"^(web\.archive\.org/web/[0-9*]{1,14}([a-z]{2}_)?|archive\.(ph|today|is|li|md|fo|vn)/[0-9.-]{4,14})/(?<rest>https?:/.+)\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Copy();
}
