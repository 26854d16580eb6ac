using System.Globalization;
using System.Text.RegularExpressions;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>What a work appeared in.</summary>
/// <param name="Name">As it is cited: "NeurIPS 2022", "Transactions of …"; empty when unknown.</param>
/// <param name="Year">The year that it names.</param>
public sealed partial record CitedVenue(VenueKind Kind, string Name, int? Year)
{
    // Journals of the field whose volumes are named by the year alone: with it they look like conferences.
    private static readonly HashSet<string> Journals =
        new(StringComparer.OrdinalIgnoreCase)
        {
            "TMLR", "JMLR", "TACL", "TOIS", "TKDE", "TPAMI", "JAIR", "PNAS",
            "Nature", "Science", "Computational Linguistics", "AI Magazine",
            "Neural Computation", "Neural Networks", "Communications of the ACM", "ACM Computing Surveys", "Neurocomputing",
        };

    public static CitedVenue Parse(ResourceKind kind, string? venue)
    {
        var name = venue?.Trim() ?? "";
        var year = Years().Match(name) is { Success: true } found
            ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : (int?)null;
        return kind switch
        {
            ResourceKind.Book => new CitedVenue(VenueKind.Publisher, name, year),
            not ResourceKind.Paper => new CitedVenue(VenueKind.Site, name, year),
            _ when name.StartsWith("arXiv", StringComparison.OrdinalIgnoreCase) => new CitedVenue(VenueKind.Preprints, "arXiv", null),
            _ when IsJournal(name) => new CitedVenue(VenueKind.Journal, Years().Replace(name, "").Trim(), year),
            _ when name.Contains("report", StringComparison.OrdinalIgnoreCase) => new CitedVenue(VenueKind.Report, name, year),
            _ when year is not null => new CitedVenue(VenueKind.Proceedings, name, year),
            _ => new CitedVenue(VenueKind.Site, name, year),
        };
    }

    private static bool IsJournal(string name) =>
        Journals.Contains(Years().Replace(name, "").Trim()) || JournalWords().IsMatch(name);

    [GeneratedRegex(@"\b(19|20)\d{2}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Years();

    [GeneratedRegex(
        @"\b(Journal|Transactions|Letters|Magazine|Annals|Nature|Review of|Reviews|Proceedings of the National Academy)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JournalWords();
}

public enum VenueKind
{
    Preprints,
    Proceedings,
    Journal,
    Report,
    Publisher,

    /// <summary>A web site, a channel, a host of code.</summary>
    Site,
}
