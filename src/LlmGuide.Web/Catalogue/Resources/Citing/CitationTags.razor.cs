using System.Globalization;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Interchange.Citations;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Resources.Citing;

/// <summary>
/// What Google Scholar (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing) and Zotero's translator for embedded metadata
/// read of a page about a work.
/// </summary>
public sealed partial class CitationTags : ComponentBase
{
    [Parameter, EditorRequired]
    public required ResourceFacts Of { get; set; }

    private CitedVenue Place => CitedVenue.Parse(Of.Kind, Of.Venue);

    /// <summary>The tag that names where it appeared: it tells what kind of a work it is, too.</summary>
    private string? PlaceTag => Place.Name.Length == 0 ? null : Place.Kind switch
    {
        VenueKind.Journal => "citation_journal_title",
        VenueKind.Proceedings => "citation_conference_title",
        VenueKind.Report => "citation_technical_report_institution",
        VenueKind.Publisher => "citation_publisher",
        _ => null,
    };

    /// <summary>As Zotero calls its items; without it, everything with such tags is an article of a journal.</summary>
    private string Type => (Of.Kind, Place.Kind) switch
    {
        (ResourceKind.Paper, VenueKind.Journal) => "journalArticle",
        (ResourceKind.Paper, VenueKind.Proceedings) => "conferencePaper",
        (ResourceKind.Paper, VenueKind.Report) => "report",
        (ResourceKind.Paper, _) => "preprint",
        (ResourceKind.Book, _) => "book",
        (ResourceKind.Video, _) => "videoRecording",
        (ResourceKind.Code or ResourceKind.Tool, _) => "computerProgram",
        (ResourceKind.Dataset, _) => "dataset",
        _ => "webpage",
    };

    /// <summary>As it is cited: of the proceedings, where they name their year.</summary>
    private string? Date => (Place.Year ?? Of.Year, Of.Month) switch
    {
        (null, _) => null,
        ({ } year, { } month) when year == Of.Year => string.Create(CultureInfo.InvariantCulture, $"{year:0000}/{month:00}"),
        ({ } year, _) => year.ToString("0000", CultureInfo.InvariantCulture),
    };

    private IEnumerable<string> Authors
    {
        get
        {
            var names = AuthorList.Named(Of.Authors).Select(CitedName.Parse).ToList();
            return names.Select(name => Written(name, isAlone: names.Count == 1));
        }
    }

    // "de Freitas, Nando": of what has no comma, Zotero takes the last word for the family name. Where there is one author, it takes
    // a comma between names of several words for one between people.
    private static string Written(CitedName name, bool isAlone)
    {
        var (family, given) = ($"{name.Particle} {name.Family}".Trim(), $"{name.Given} {name.Suffix}".Trim());
        return given.Length == 0 ? family
            : isAlone && family.Contains(' ', StringComparison.Ordinal) && given.Contains(' ', StringComparison.Ordinal)
                ? $"{given} {family}" : $"{family}, {given}";
    }
}
