using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>What kind of work stands at an address, where the site that it is on says so: the one table of sites.</summary>
internal static class AddressKind
{
    private static readonly (ResourceKind Kind, string[] Hosts)[] Sites =
    [
        (ResourceKind.Paper,
        [
            "arxiv.org", "openreview.net", "aclanthology.org", "doi.org", "biorxiv.org", "medrxiv.org", "dl.acm.org", "ieeexplore.ieee.org",
            "papers.nips.cc", "proceedings.neurips.cc", "proceedings.mlr.press", "jmlr.org", "openaccess.thecvf.com", "semanticscholar.org",
            "papers.ssrn.com", "nature.com",
        ]),
        (ResourceKind.Video, ["youtube.com", "vimeo.com", "bilibili.com"]),
        (ResourceKind.Course, ["coursera.org", "edx.org", "udemy.com", "udacity.com", "deeplearning.ai", "course.fast.ai"]),
        (ResourceKind.Documentation, ["readthedocs.io"]),
        (ResourceKind.Code,
            ["github.com", "gitlab.com", "gitee.com", "huggingface.co", "modelscope.cn", "bitbucket.org", "codeberg.org"]),
    ];

    /// <returns><c>null</c> where the address says nothing.</returns>
    public static ResourceKind? Of(Uri address)
    {
        var (host, path) = (address.Host, address.AbsolutePath);
        return path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? ResourceKind.Paper
            : path.StartsWith("/datasets/", StringComparison.Ordinal) ? ResourceKind.Dataset
            : path.StartsWith("/docs/", StringComparison.Ordinal) || host.StartsWith("docs.", StringComparison.Ordinal)
                ? ResourceKind.Documentation
            : Array.Find(Sites, site => Array.Exists(site.Hosts, one => IsAt(host, one))) is { Hosts: not null } site ? site.Kind
            : null;
    }

    /// <summary>Whether a host is a site, or a part of it.</summary>
    public static bool IsAt(string host, string site) =>
        host == site || (host.EndsWith(site, StringComparison.Ordinal) && host[^(site.Length + 1)] == '.');
}
