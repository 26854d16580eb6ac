using LlmGuide.Core.Catalogue.Resources;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>
/// By what a work is known: the key of its address, its number at arXiv, its DOI. Two works that share one are the same work, as far as
/// their identifiers tell, and whatever finds a work by an identifier asks here.
/// </summary>
public static class WorkKeys
{
    /// <returns>The keys of what is given; what is no identifier has none.</returns>
    public static IReadOnlyList<string> Of(string? url, string? arxivId, string? doi) =>
        [.. ((string?[])[ResourceUrl.KeyOf(url), ArxivNumber.KeyOf(arxivId), DoiNumber.KeyOf(doi)]).OfType<string>()
            .Distinct(StringComparer.Ordinal)];

    extension(IQueryable<Resource> works)
    {
        /// <summary>
        /// Those with one of these keys, whichever of their identifiers it is: each is a look into an index. The keys are one parameter,
        /// since an import asks for hundreds of them.
        /// </summary>
        public IQueryable<Resource> KnownBy(IReadOnlyCollection<string> keys) => works.Where(
            r => EF.Parameter(keys).Contains(r.UrlKey!) || EF.Parameter(keys).Contains(r.ArxivKey!)
                || EF.Parameter(keys).Contains(r.DoiKey!));
    }
}
