using System.Xml;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup;

/// <summary>
/// What a page says about itself: the tags of Google Scholar (<c>citation_*</c>), JSON-LD of schema.org, Open Graph
/// (https://ogp.me), and plain HTML, in this order of trust.
/// </summary>
internal static class PageFacts
{
    /// <summary>How many words a minute are read of a technical text, about.</summary>
    private const double WordsInAMinute = 200;

    public static WorkMetadata Read(PageScan page) =>
        Citation(page).Or(LinkedData.Read(page)).Or(OpenGraph(page)).Or(Html(page));

    /// <summary>How long the text takes to read; an estimate for an article.</summary>
    public static Fact<int>? ReadingTime(PageScan page)
    {
        const int LeastWords = 150;
        return page.Words < LeastWords ? null : new SourcedValues("the length of the text").Minutes(page.Words / WordsInAMinute);
    }

    // https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
    private static WorkMetadata Citation(PageScan page)
    {
        var says = new SourcedValues("citation tags");
        var title = says.Title(Meta(page, "citation_title"));
        return title is null ? WorkMetadata.None : new WorkMetadata
        {
            Title = title,
            Authors = says.Authors(Metas(page, "citation_author").Select(InOrder)),
            Venue = says.Venue(
                Meta(page, "citation_conference_title") ?? Meta(page, "citation_journal_title") ?? Meta(page, "citation_publisher")),
            Doi = says.Doi(Meta(page, "citation_doi")),
            ArxivId = says.ArxivId(Meta(page, "citation_arxiv_id")),
            Kind = says.Kind(ResourceKind.Paper),
            Abstract = says.Abstract(Meta(page, "citation_abstract")),
        }.Or(says.Date(Meta(page, "citation_publication_date") ?? Meta(page, "citation_date") ?? Meta(page, "citation_year")));
    }

    private static WorkMetadata OpenGraph(PageScan page)
    {
        var says = new SourcedValues("Open Graph tags");
        var type = Meta(page, "og:type");
        return new WorkMetadata
        {
            Title = says.Title(Meta(page, "og:title")),
            Authors = says.Authors(Metas(page, "article:author").Where(author => !author.Contains("://", StringComparison.Ordinal))),
            Venue = says.Venue(Meta(page, "og:site_name")),
            Kind = says.Kind(type?.Split('.')[0] switch
            {
                "video" => ResourceKind.Video,
                "book" => ResourceKind.Book,
                "article" => ResourceKind.Article,
                _ => null,
            }),
            Minutes = says.Minutes(double.TryParse(Meta(page, "og:video:duration") ?? Meta(
                page, "video:duration"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds / 60 : null),
            Abstract = says.Abstract(Meta(page, "og:description")),
        }.Or(says.Date(Meta(page, "article:published_time")));
    }

    private static WorkMetadata Html(PageScan page)
    {
        var says = new SourcedValues("the page");
        return new WorkMetadata
        {
            Title = says.Title(page.Title) ?? says.Title(page.Heading),
            Authors = says.Authors(Metas(page, "author")),
            Minutes = says.Minutes(Minutes(page.Duration)),
            Abstract = says.Abstract(Meta(page, "description")),
        }.Or(says.Date(page.Published));
    }

    /// <param name="duration">As ISO 8601 has it: <c>PT1H56M20S</c>.</param>
    internal static double? Minutes(string? duration)
    {
        try
        {
            return duration is { Length: > 0 and < 40 } ? XmlConvert.ToTimeSpan(duration).TotalMinutes : null;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string? Meta(PageScan page, string name) => Metas(page, name).FirstOrDefault();

    private static IEnumerable<string> Metas(PageScan page, string name) =>
        page.Metas.Where(meta => string.Equals(meta.Key, name, StringComparison.OrdinalIgnoreCase)).Select(meta => meta.Value);

    // "Vaswani, Ashish" as libraries write it.
    private static string InOrder(string name) => name.Split(',', 2) is [var family, var given] ? $"{given.Trim()} {family.Trim()}" : name;
}
