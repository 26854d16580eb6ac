using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>
/// Digital object identifiers, however they are wrapped: <c>doi:10.1145/3442188.3445922</c>, an address of doi.org, a publisher's page
/// that has one in its address. They have no case (https://www.doi.org/doi-handbook/HTML/case-sensitivity.html).
/// </summary>
public static partial class DoiNumber
{
    internal const string Resolver = "https://doi.org/";
    private const string Prefix = "doi:";
    private const string Plainly = "-._~!$&'()*+,;=:@/";

    /// <summary>What stands behind a DOI in a publisher's address, and is no part of it.</summary>
    private static readonly HashSet<string> Views = new(StringComparer.OrdinalIgnoreCase)
    {
        "full", "abstract", "abs", "pdf", "epdf", "epub", "pdfplus", "reader", "html", "fulltext", "summary", "references", "suppl_file",
    };

    /// <summary>Reads what somebody typed or pasted.</summary>
    /// <returns>The DOI alone, in the case that it has there; <c>null</c> for what is none.</returns>
    public static string? Read(string? typed)
    {
        if (Typed().Match(PastedText.Bare(typed)) is not { Success: true } found)
        {
            return null;
        }

        // In an address, what has a meaning there is escaped.
        var doi = found.Groups["doi"].Value;
        doi = found.Groups["host"].Success ? doi.Split('?', '#')[0] : doi;
        return Known(PastedText.Bare(Uri.UnescapeDataString(doi)).TrimEnd('/'));
    }

    /// <returns>What all ways of writing it share, as in <see cref="ResourceUrl.Key"/>; <c>null</c> for what is none.</returns>
    public static string? KeyOf(string? typed) => Read(typed) is { } doi ? ResourceUrl.OfDoi(doi).Key : null;

    /// <returns>The DOI that a publisher's page names in its address; <c>null</c> where none does, or nobody knows where it ends.</returns>
    internal static string? InPath(string host, string path)
    {
        if (host == "nature.com" && NaturePath().Match(path) is { Success: true } nature)
        {
            return $"10.1038/{nature.Groups["suffix"].Value}";
        }

        var found = host switch
        {
            "link.springer.com" or "frontiersin.org" or "biorxiv.org" or "medrxiv.org" or "journals.aps.org" => AnyPath().Match(path),
            _ => DoiPath().Match(path),
        };
        var rest = found.Groups["rest"].Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var ends = rest.Length == 0 || Views.Contains(rest[0]) || rest[0].All(char.IsAsciiDigit);
        var suffix = Uri.UnescapeDataString(found.Groups["suffix"].Value);
        return found.Success && ends ? Known($"{found.Groups["prefix"].Value}/{View().Replace(suffix, "")}") : null;
    }

    /// <returns>A DOI as a part of an address; unescaped, it is the DOI.</returns>
    internal static string Escaped(string doi) => string.Concat(doi.EnumerateRunes().Select(rune =>
        (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)) || Plainly.Contains(rune.ToString(), StringComparison.Ordinal)
            ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    internal static string Key(string doi) => $"{Prefix}{doi.ToLowerInvariant()}";

    private static string? Known(string doi) =>
        Shape().IsMatch(doi) && !doi.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) ? doi : null;

    [GeneratedRegex(
        @"^((?<host>(https?:)?(//)?([\w-]+\.)*doi\.(acm\.)?org/(doi:)?)|info:doi/|urn:doi:|doi\s*[:=]?\s*)?"
        + @"(?<doi>10\.[0-9]{4,9}(\.[0-9]+)*(/|%2f)\S+)(\s+[\[(].*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^10\.[0-9]{4,9}(\.[0-9]+)*/\S+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(
        @"/doi/([a-z]+/){0,2}(?<prefix>10\.[0-9]{4,9})/(?<suffix>[^/]+)(?<rest>/.*)?\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DoiPath();

    [GeneratedRegex(
        @"/(?<prefix>10\.[0-9]{4,9})/(?<suffix>[^/]+)(?<rest>/.*)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyPath();

    /// <summary>Springer Nature gives the articles of its journals their own numbers as DOIs.</summary>
    [GeneratedRegex(
        @"^/articles/(?<suffix>s[0-9]{5}-[0-9]{3}-[0-9]{4,5}-[0-9a-z])(_reference)?(\.pdf)?/?\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex NaturePath();

    /// <summary>Of bioRxiv: <c>10.1101/2020.05.01.072074v2.full.pdf</c>.</summary>
    [GeneratedRegex(@"(v[0-9]+)?(\.full|\.abstract)?(\.pdf)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex View();
}
