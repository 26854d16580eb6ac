using System.Text.RegularExpressions;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>Sites that show one work at several addresses, which tell its number there.</summary>
internal static partial class KnownSites
{
    /// <summary>As an address this long would be a player of lists, and no video.</summary>
    private const string PlayerOfLists = "videoseries";

    /// <param name="uri">The whole address.</param>
    /// <param name="host">In lower case, without "www".</param>
    /// <returns><c>null</c> for what is no work on such a site.</returns>
    public static ResourceUrl? Of(Uri uri, string host) => host switch
    {
        "arxiv.org" or "ar5iv.org" or "alphaxiv.org" or "arxiv-vanity.com" or "scirate.com" or "xxx.lanl.gov" => Arxiv(uri),
        "huggingface.co" or "hf.co" or "emergentmind.com" when uri.AbsolutePath.StartsWith("/papers/", StringComparison.Ordinal) =>
            Arxiv(uri),
        "semanticscholar.org" when uri.AbsolutePath.StartsWith("/arxiv/", StringComparison.OrdinalIgnoreCase) => Arxiv(uri),
        "doi.org" or "dx.doi.org" or "doi.acm.org" => DoiNumber.Read(uri.AbsoluteUri) is { } doi ? ResourceUrl.OfDoi(doi) : null,
        "youtube.com" or "m.youtube.com" or "music.youtube.com" or "youtube-nocookie.com" =>
            YouTube(uri.AbsolutePath is "/watch" or "/" ? Value(uri, "v") : VideoPath().Match(uri.AbsolutePath).Groups["id"].Value),
        "youtu.be" => YouTube(uri.AbsolutePath.Trim('/')),
        "openreview.net" when uri.AbsolutePath is "/forum" or "/pdf" or "/attachment" => OpenReview(Value(uri, "id")),
        "aclanthology.org" or "aclweb.org" => Anthology(AnthologyPath().Match(uri.AbsolutePath)),
        "raw.githubusercontent.com" => Repositories.OfReadme(uri.AbsolutePath),
        _ when host.EndsWith(".arxiv.org", StringComparison.Ordinal) => Arxiv(uri),
        _ => null,
    };

    /// <returns>The number of the ACL's own that a DOI of the ACL is made of; <c>null</c> for the DOI of somebody else.</returns>
    public static string? AnthologyKey(string doi) =>
        AnthologyDoi().Match(doi.ToLowerInvariant()) is { Success: true } acl ? $"acl:{acl.Groups["id"].Value}" : null;

    private static ResourceUrl? Arxiv(Uri uri) => ArxivNumber.InPath(uri.AbsolutePath) is { } id ? ResourceUrl.OfArxiv(id) : null;

    private static ResourceUrl? YouTube(string? id) =>
        id is not null && id != PlayerOfLists && VideoId().IsMatch(id)
            ? new ResourceUrl($"https://www.youtube.com/watch?v={id}", $"youtube:{id}") : null;

    private static ResourceUrl? OpenReview(string? id) =>
        id is { Length: > 0 } && OpenReviewId().IsMatch(id)
            ? new ResourceUrl($"https://openreview.net/forum?id={id}", $"openreview:{id}") : null;

    private static ResourceUrl? Anthology(Match path) =>
        path.Success && path.Groups["id"].Value is var id
            ? new ResourceUrl($"https://aclanthology.org/{id}/", $"acl:{id.ToLowerInvariant()}") : null;

    private static string? Value(Uri uri, string name) => uri.Query.TrimStart('?').Split('&')
        .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal)).Select(pair => pair[(name.Length + 1)..]).FirstOrDefault();

    [GeneratedRegex(@"^10\.(18653|3115)/v1/(?<id>\S+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnthologyDoi();

    [GeneratedRegex(
        @"^/(embed|shorts|live|v|e|watch)/(?<id>[A-Za-z0-9_-]{11})/?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VideoPath();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{11}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VideoId();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenReviewId();

    [GeneratedRegex(
        @"^(/anthology)?(/papers/[A-Z]/[A-Z][0-9]{2})?/(?<id>[A-Z][0-9]{2}-[0-9]{4,5}|[0-9]{4}\.[a-z0-9_-]+\.[0-9]+)"
        + @"(v[0-9]+)?(\.pdf|\.bib|/)?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnthologyPath();
}
