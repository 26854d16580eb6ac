using System.Globalization;
using System.Text;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>
/// Works as BibTeX, with the standard entry types (O. Patashnik, BibTeXing, 1988) and arXiv's fields
/// (https://info.arxiv.org/help/hypertex/bibstyles/index.html). A work that others were merged into keeps their keys in biblatex's
/// field <c>ids</c>.
/// </summary>
public static class BibTex
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Write(CitedWork work)
    {
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@{TypeOf(work)}{{{work.Key},\n");
        foreach (var (name, value) in Fields(work).Where(field => field.Value.Length > 0))
        {
            entry.Append(CultureInfo.InvariantCulture, $"  {name} = {value},\n");
        }

        return entry.Append("}\n").ToString();
    }

    private static IEnumerable<(string Name, string Value)> Fields(CitedWork work)
    {
        var (place, place2) = (work.Place, Latex.Escape(work.Place.Name));
        yield return ("title", Braced(BibTexTitle.Write(work.Title)));
        yield return ("author", Braced(string.Join(" and ", work.Names.Select(Author).Concat(work.HasMoreAuthors ? ["others"] : []))));
        yield return ("year", Braced(work.YearCited?.ToString(CultureInfo.InvariantCulture) ?? ""));
        yield return ("month", work.MonthCited is { } month ? Months[month - 1] : "");
        yield return (place.Kind switch
        {
            VenueKind.Proceedings => "booktitle",
            VenueKind.Journal => "journal",
            VenueKind.Publisher => "publisher",
            VenueKind.Report => "institution",
            _ => "howpublished",
        }, place.Kind == VenueKind.Preprints ? "" : Braced(place2));
        yield return ("doi", Braced(work.Doi ?? ""));
        yield return ("eprint", Braced(work.ArxivId ?? ""));
        yield return ("archiveprefix", work.ArxivId is null ? "" : "{arXiv}");
        yield return ("url", Braced(Address(work.Url)));
        yield return ("ids", Braced(string.Join(", ", work.FormerKeys)));
    }

    private static string TypeOf(CitedWork work) => work.Place.Kind switch
    {
        VenueKind.Proceedings => "inproceedings",
        VenueKind.Journal => "article",
        VenueKind.Report => "techreport",
        VenueKind.Publisher when work.Kind == ResourceKind.Book => "book",
        _ => "misc",
    };

    private static string Author(CitedName name) => name.IsWhole
        ? $"{{{Latex.Escape(name.Family)}}}"
        : string.Join(", ", ((string[])[$"{name.Particle} {name.Family}".Trim(), name.Suffix, name.Given])
            .Where(part => part.Length > 0).Select(Latex.Escape));

    /// <summary>Programs take it as it is, so what would end the field is written as an address may have it.</summary>
    private static string Address(string url) =>
        url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Braced(string value) => value.Length == 0 ? "" : $"{{{value}}}";
}
