using System.Globalization;
using System.Text;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>
/// Works as RIS (https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp), a field a line.
/// </summary>
public static class Ris
{
    public static string Write(CitedWork work)
    {
        var record = new StringBuilder();
        foreach (var (tag, value) in Fields(work).Where(field => field.Value is { Length: > 0 }))
        {
            record.Append(CultureInfo.InvariantCulture, $"{tag}  - {value}\r\n");
        }

        return record.Append("ER  - \r\n\r\n").ToString();
    }

    private static IEnumerable<(string Tag, string? Value)> Fields(CitedWork work)
    {
        var place = work.Place;
        yield return ("TY", TypeOf(work));
        yield return ("ID", work.Key);
        foreach (var name in work.Names)
        {
            yield return ("AU", Author(name));
        }

        yield return ("TI", work.Title);
        yield return ("PY", work.YearCited?.ToString("0000", CultureInfo.InvariantCulture));

        // Of a conference some programs take PY for the year in which it was held, and DA alone for the date.
        yield return ("DA", work.YearCited is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}/{work.MonthCited:00}//") : null);
        yield return (
            place.Kind is VenueKind.Publisher or VenueKind.Report or VenueKind.Preprints or VenueKind.Site ? "PB" : "T2", place.Name);
        yield return ("DO", work.Doi);
        yield return ("AN", work.ArxivId is { } arxiv ? $"arXiv:{arxiv}" : null);
        yield return ("UR", work.Url);
    }

    private static string TypeOf(CitedWork work) => (work.Kind, work.Place.Kind) switch
    {
        (ResourceKind.Paper, VenueKind.Proceedings) => "CONF",
        (ResourceKind.Paper, VenueKind.Journal) => "JOUR",
        (ResourceKind.Paper, VenueKind.Report) => "RPRT",
        (ResourceKind.Paper, _) => "UNPB",
        (ResourceKind.Book, _) => "BOOK",
        (ResourceKind.Video, _) => "VIDEO",
        (ResourceKind.Code or ResourceKind.Tool, _) => "COMP",
        (ResourceKind.Dataset, _) => "DATA",
        _ => "ELEC",
    };

    private static string Author(CitedName name) => name.IsWhole
        ? name.Family
        : string.Join(", ", ((string[])[$"{name.Particle} {name.Family}".Trim(), name.Given, name.Suffix]).Where(part => part.Length > 0));
}
