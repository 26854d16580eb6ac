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
        "arxiv.org" or "export.arxiv.org" or "ar5iv.org" or "ar5iv.labs.arxiv.org" or "alphaxiv.org" =>
            Arxiv(ArxivPath().Match(uri.AbsolutePath)),
        "huggingface.co" => Arxiv(HuggingFacePaper().Match(uri.AbsolutePath)),
        "doi.org" or "dx.doi.org" => Doi(uri.AbsolutePath[1..].TrimEnd('/')),
        "youtube.com" or "m.youtube.com" or "music.youtube.com" or "youtube-nocookie.com" =>
            YouTube(uri.AbsolutePath == "/watch" ? Value(uri, "v") : VideoPath().Match(uri.AbsolutePath).Groups["id"].Value),
        "youtu.be" => YouTube(uri.AbsolutePath.Trim('/')),
        "openreview.net" when uri.AbsolutePath is "/forum" or "/pdf" or "/attachment" => OpenReview(Value(uri, "id")),
        "aclanthology.org" or "aclweb.org" => Anthology(AnthologyPath().Match(uri.AbsolutePath)),
        _ => null,
    };

    /// <summary>A path as it counts in a key: GitHub's owners and repositories have no case.</summary>
    public static string PathKey(string host, string path)
    {
        if (host != "github.com")
        {
            return path;
        }

        var parts = path.Split('/');
        return string.Join('/', parts.Select((part, at) => at <= 2 ? part.ToLowerInvariant() : part));
    }

    private static ResourceUrl? Arxiv(Match path) => path.Success ? Arxiv(path.Groups["id"].Value) : null;

    // Old numbers may name a class within the archive, "math.GT/0309136"; arXiv itself leaves it out.
    private static ResourceUrl Arxiv(string id)
    {
        var plain = ArchiveClass().Replace(id, "");
        return new ResourceUrl($"https://arxiv.org/abs/{plain}", $"arxiv:{plain.ToLowerInvariant()}");
    }

    // DOIs have no case (https://www.doi.org/doi-handbook/HTML/case-sensitivity.html). arXiv and the ACL give theirs by their own numbers.
    private static ResourceUrl? Doi(string doi)
    {
        if (!DoiShape().IsMatch(doi))
        {
            return null;
        }

        var number = Uri.UnescapeDataString(doi).ToLowerInvariant();
        var arxiv = ArxivDoi().Match(number);
        return arxiv.Success ? Arxiv(arxiv.Groups["id"].Value)
            : new ResourceUrl(
                $"https://doi.org/{doi}",
                AnthologyDoi().Match(number) is { Success: true } acl ? $"acl:{acl.Groups["id"].Value}" : $"doi:{number}");
    }

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

    [GeneratedRegex(
        @"^/(abs|pdf|html|format|ps|src|e-print|overview)/(?<id>[0-9]{4}\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?/[0-9]{7})(v[0-9]+)?(\.pdf)?/?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArxivPath();

    [GeneratedRegex(@"^/papers/(?<id>[0-9]{4}\.[0-9]{4,5})(v[0-9]+)?/?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HuggingFacePaper();

    [GeneratedRegex(@"\.[A-Z]{2}(?=/)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArchiveClass();

    [GeneratedRegex(@"^10\.[0-9]{4,9}/\S+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DoiShape();

    [GeneratedRegex(
        @"^10\.48550/arxiv\.(?<id>[0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7})(v[0-9]+)?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArxivDoi();

    [GeneratedRegex(@"^10\.18653/v1/(?<id>\S+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnthologyDoi();

    [GeneratedRegex(@"^/(embed|shorts|live|v)/(?<id>[A-Za-z0-9_-]{11})/?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VideoPath();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{11}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VideoId();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenReviewId();

    [GeneratedRegex(
        @"^(/anthology)?/(?<id>[A-Z][0-9]{2}-[0-9]{4,5}|[0-9]{4}\.[a-z0-9_-]+\.[0-9]+)(v[0-9]+)?(\.pdf|\.bib|/)?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnthologyPath();
}
