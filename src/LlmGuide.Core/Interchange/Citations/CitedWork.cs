using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>A work as it is cited.</summary>
/// <param name="Key">See <see cref="CitationKey"/>; never changed once given.</param>
/// <param name="FormerKeys">Of works that were merged into it: texts that cite those still find it.</param>
/// <param name="Authors">Full names as the work has them; a last "et al." stands for those left out.</param>
/// <param name="Year">See <see cref="Resource.Year"/>: of its first version.</param>
/// <param name="Url">Where it is, http or https.</param>
public sealed record CitedWork(
    string Key, IReadOnlyList<string> FormerKeys, ResourceKind Kind, string Title, IReadOnlyList<string> Authors,
    int? Year, int? Month, string? Venue, string? Doi, string? ArxivId, string Url)
{
    /// <summary>Those that are named.</summary>
    public IEnumerable<CitedName> Names => AuthorList.Named(Authors).Select(CitedName.Parse);

    /// <summary>Whether there are more authors than those that are named.</summary>
    public bool HasMoreAuthors => Authors.Count > 0 && Authors[^1] == AuthorList.Others;

    public CitedVenue Place => CitedVenue.Parse(Kind, Venue);

    /// <summary>The year to cite: of the proceedings where they name one, since the number of a conference is its year.</summary>
    public int? YearCited => Place.Year ?? Year;

    /// <summary>Known of its first version only.</summary>
    public int? MonthCited => YearCited == Year ? Month : null;
}
