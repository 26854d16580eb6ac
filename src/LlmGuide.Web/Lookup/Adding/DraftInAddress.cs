using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Lookup;

namespace LlmGuide.Web.Lookup.Adding;

/// <summary>
/// What is known of a new work, as the query of the form where it is filled in. Each key is the name of a field of the draft; a form
/// that does not know one passes it over.
/// </summary>
internal static class DraftInAddress
{
    /// <summary>The first line of a request is bounded: of very many authors the first are enough.</summary>
    private const int MostAuthors = 40;

    public static IEnumerable<KeyValuePair<string, string?>> Of(PastedAddress found)
    {
        var facts = found.Facts;
        return
        [
            new("url", found.Address.Canonical),
            new("title", facts.Title?.Value),
            new("authors", Authors(facts)),
            new("year", Number(facts.Year)),
            new("month", Number(facts.Month)),
            new("venue", facts.Venue?.Value),
            new("kind", facts.Kind is { } kind ? kind.Value.ToSlug() : null),
            new("minutes", Number(facts.Minutes)),
            new("arxivId", facts.ArxivId?.Value),
            new("doi", facts.Doi?.Value),
        ];
    }

    private static string? Authors(WorkMetadata facts) => facts.Authors is { Value: var names }
        ? string.Join(Resource.AuthorSeparator, names.Count > MostAuthors ? names.Take(MostAuthors).Append(AuthorList.Others) : names)
        : null;

    private static string? Number(Fact<int>? number) => number?.Value.ToString(CultureInfo.InvariantCulture);
}
