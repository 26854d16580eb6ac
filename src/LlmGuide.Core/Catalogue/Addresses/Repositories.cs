using System.Text.RegularExpressions;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>
/// Sites of source code: a repository is one work at the address for cloning, on the tab of its README and on its main branch.
/// </summary>
internal static partial class Repositories
{
    /// <param name="host">In lower case, without "www".</param>
    public static bool Has(string host) => host is "github.com" or "gitlab.com" or "codeberg.org" or "bitbucket.org" or "huggingface.co";

    /// <returns>The path of the repository where it leads to its front page; the same path elsewhere.</returns>
    public static string Front(string path)
    {
        var front = MainBranch().Replace(path.TrimEnd('/'), "");
        return front.EndsWith(".git", StringComparison.Ordinal) ? front[..^4] : front.Length < path.TrimEnd('/').Length ? front : path;
    }

    /// <returns>The repository whose README is read as a file; <c>null</c> for another file.</returns>
    public static ResourceUrl? OfReadme(string path) =>
        ReadmeFile().Match(path) is { Success: true, Groups: var found } && found["repository"].Value is var repository
            ? new ResourceUrl($"https://github.com{repository}", $"github.com{PathKey("github.com", repository)}") : null;

    /// <summary>Whether a pair of the query says how the front page is shown.</summary>
    public static bool IsTab(string pair) => Tab().IsMatch(pair);

    /// <summary>A path as it counts in a key: GitHub's owners and repositories have no case.</summary>
    public static string PathKey(string host, string path)
    {
        if (host is not ("github.com" or "gitlab.com" or "codeberg.org" or "bitbucket.org"))
        {
            return path;
        }

        var parts = path.Split('/');
        return string.Join('/', parts.Select((part, at) => at <= 2 ? part.ToLowerInvariant() : part));
    }

    [GeneratedRegex(
        @"(\.git)?(/-)?/((tree|src|src/branch)/(main|master|HEAD)|blob/(main|master|HEAD)/(?i:readme(\.[a-z]+)?))\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MainBranch();

    [GeneratedRegex(
        @"^(tab=[\w.-]*(-ov-file|readme)|ref_type=heads|plain=1|search=1|(library|local-app)=[\w.-]+)\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tab();

    [GeneratedRegex(
        @"^(?<repository>/[\w.-]+/[\w.-]+)(/refs/heads)?/(main|master|HEAD)/(?i:readme(\.[a-z]+)?)\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadmeFile();
}
