using System.Buffers;
using System.Globalization;

using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>What a list does not say of a work, as far as its address tells; the rest is an estimate that a curator is to review.</summary>
internal static class WorkDefaults
{
    /// <summary>For works whose makers nobody named.</summary>
    private const string Unknown = "Unknown";

    /// <summary>Where an address begins with who owns what stands there.</summary>
    private static readonly string[] OfOwners = ["github.com", "gitlab.com", "gitee.com", "huggingface.co"];

    private static readonly SearchValues<char> AfterNames = SearchValues.Create("(:.–—-");

    public static ResourceKind Kind(ResourceUrl address) => AddressKind.Of(new Uri(address.Canonical)) ?? ResourceKind.Article;

    /// <summary>The median of such works in the seed, rounded.</summary>
    public static int Minutes(ResourceKind kind) => kind switch
    {
        ResourceKind.Video => 60,
        ResourceKind.Course => 1_200,
        ResourceKind.Book => 1_000,
        ResourceKind.Documentation => 60,
        ResourceKind.Dataset => 20,
        _ => 45,
    };

    /// <summary>Who made it, where the list says "by …" or its address names the owner of a repository.</summary>
    public static IReadOnlyList<string> Authors(ResourceUrl address, string? description)
    {
        if (description is ['b' or 'B', 'y', ' ', .. var names])
        {
            var end = names.AsSpan().IndexOfAny(AfterNames);
            var named = (end < 0 ? names : names[..end]).Split(
                [",", " and ", " & ", ";"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (named.Length is > 0 and < 20 && Array.TrueForAll(named, name => name.Length is > 1 and < 60 && name.Any(char.IsLetter)))
            {
                return named;
            }
        }

        var parts = new Uri(address.Canonical).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        parts = parts is ["datasets" or "spaces", .. var owned] ? owned : parts;
        return Array.Exists(OfOwners, site => AddressKind.IsAt(address.Host, site)) && parts.Length >= 2
            ? [parts[0].Replace(";", "", StringComparison.Ordinal)] : [Unknown];
    }

    /// <summary>
    /// When it came out: its number at arXiv begins with year and month (https://info.arxiv.org/help/arxiv_identifier.html).
    /// </summary>
    public static (int? Year, int? Month) Date(ResourceUrl address, string? description)
    {
        if (address.ArxivId is [_, _, _, _, '.', ..] number
            && int.TryParse(number[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(number[2..4], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
        {
            return (2000 + year, month);
        }

        return (Year(description ?? ""), null);
    }

    // "(2020)", as lists end an item.
    private static int? Year(string description)
    {
        for (var at = description.IndexOf('(', StringComparison.Ordinal); at >= 0; at = description.IndexOf('(', at + 1))
        {
            if (at + 5 < description.Length && description[at + 5] is ')'
                && int.TryParse(description.AsSpan(at + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is >= 1950 and <= 2100)
            {
                return year;
            }
        }

        return null;
    }
}
