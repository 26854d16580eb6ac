using System.Text.RegularExpressions;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>Publishers that show one paper at two addresses, its page and its PDF, which tell its number there.</summary>
internal static partial class Proceedings
{
    /// <param name="host">In lower case, without "www".</param>
    /// <returns>The address as it is, with the key of the paper; <c>null</c> for what is no paper there.</returns>
    public static ResourceUrl? Of(Uri uri, string host)
    {
        var (prefix, found) = host switch
        {
            "proceedings.neurips.cc" or "papers.neurips.cc" or "papers.nips.cc" or "proceedings.nips.cc" => ("neurips", NeurIps()),
            "proceedings.mlr.press" => ("pmlr", Pmlr()),
            "jmlr.org" or "jmlr.csail.mit.edu" => ("jmlr", Jmlr()),
            "openaccess.thecvf.com" => ("cvf", Cvf()),
            "ieeexplore.ieee.org" => ("ieee", Ieee()),
            _ => ("", null),
        };
        return found?.Match(uri.PathAndQuery) is { Success: true, Groups: var groups }
            ? new ResourceUrl(
                $"{uri.Scheme}://{uri.Host}{uri.PathAndQuery}",
                $"{prefix}:{groups["volume"].Value}{(groups["volume"].Success ? "/" : "")}{groups["id"].Value}".ToLowerInvariant())
            : null;
    }

    private const RegexOptions Plainly = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^/(paper_files/)?paper/[0-9]{4}/(hash|file)/(?<id>[0-9a-f]{32})-[\w-]+\.(html|pdf)\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NeurIps();

    [GeneratedRegex(@"^/v(?<volume>[0-9]+)/(?<id>[\w-]+)(\.html|/\k<id>\.pdf)\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pmlr();

    [GeneratedRegex(
        @"^/papers/v(olume)?(?<volume>[0-9]+)/(?<id>[\w-]+)(\.html|/\k<id>\.pdf)\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Jmlr();

    [GeneratedRegex(
        @"^/content(/|_)[\w/]+/(html|papers)/(?<id>[\w.-]+_paper)\.(html|pdf)\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cvf();

    [GeneratedRegex(
        @"^/((abstract/)?document/(?<id>[0-9]+)([/?].*)?|stamp/stamp\.jsp\?(tp=&)?arnumber=(?<id>[0-9]+)(&.*)?)\z", Plainly,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ieee();
}
