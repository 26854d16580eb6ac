using System.Text.RegularExpressions;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>
/// The numbers of arXiv, <c>1706.03762</c> and the older <c>math.GT/0309136</c> (https://info.arxiv.org/help/arxiv_identifier.html),
/// however they are written. Versions and classes within an archive do not count.
/// </summary>
public static partial class ArxivNumber
{
    private const string Number =
        "(?<id>[0-9]{4}\\.[0-9]{4,5}|(?<archive>acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|"
        + "comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|"
        + "physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con)(\\.[a-z-]{2,12})?/(?<old>[0-9]{7}))(v[0-9]{1,3})?(\\.pdf)?";

    private const RegexOptions Ways = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Prefix = "arxiv:";

    /// <summary>
    /// Reads what somebody typed or pasted: with or without "arXiv:", a version, and what a citation puts around it; the name of a tab at
    /// arXiv (<c>[1706.03762] Attention Is All You Need</c>) too.
    /// </summary>
    /// <returns>The number alone, such as <c>1706.03762</c> or <c>math/0309136</c>; <c>null</c> for what is none.</returns>
    public static string? Read(string? typed) => Plain(Typed().Match(PastedText.Bare(typed)));

    /// <returns>What all ways of writing it share, as in <see cref="ResourceUrl.Key"/>; <c>null</c> for what is none.</returns>
    public static string? KeyOf(string? typed) => Read(typed) is { } number ? $"{Prefix}{number}" : null;

    /// <returns>The number that a key is made of; <c>null</c> for the key of something else.</returns>
    internal static string? OfKey(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    /// <returns>The number that a path of arXiv, or of a site that shows its papers, ends in.</returns>
    internal static string? InPath(string path) => Plain(Path().Match(Uri.UnescapeDataString(path)));

    /// <returns>The number of a DOI that arXiv gives by its own numbers.</returns>
    internal static string? OfDoi(string doi) => Plain(Doi().Match(doi));

    private static string? Plain(Match found) =>
        !found.Success ? null
        : found.Groups["old"] is { Success: true, Value: var old } ? $"{found.Groups["archive"].Value.ToLowerInvariant()}/{old}"
        : found.Groups["id"].Value;

    [GeneratedRegex($@"^(arxiv\s+preprint\s+)?(arxiv\s*[:.]?\s*)?{Number}(\s*[\[(,;].*|\]\s.*)?\z", Ways, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();

    [GeneratedRegex($@"^/([\w-]+/){{0,3}}(arxiv:)?{Number}/?\z", Ways, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();

    [GeneratedRegex($@"^10\.48550/arxiv\.{Number}\z", Ways, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Doi();
}
