using System.Globalization;
using System.Xml;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>
/// What a page says about itself: the tags of Google Scholar (<c>citation_*</c>), Dublin Core, JSON-LD of schema.org, Open Graph
/// (https://ogp.me), and plain HTML, in this order of trust.
/// </summary>
internal static class PageFacts
{
    /// <summary>How many words a minute are read of a technical text, about.</summary>
    private const double WordsInAMinute = 200;

    /// <param name="address">Where it was found.</param>
    public static WorkMetadata Read(PageScan page, string address)
    {
        var identity = new PageIdentity(page, address);
        return Citation(page).Or(DublinCore(page)).Or(LinkedData.Read(page, identity)).Or(OpenGraph(page, identity))
            .Or(Html(page, identity));
    }

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
        var title = says.MarkedTitle(Meta(page, "citation_title", "bepress_citation_title", "eprints.title"));
        return title is null ? WorkMetadata.None : new WorkMetadata
        {
            Title = title,
            Authors = says.Authors(Names(page, "citation_author", "citation_authors", "bepress_citation_author", "eprints.creators_name")),
            Venue = says.Venue(Meta(page, "citation_conference_title", "citation_journal_title", "citation_publisher")),
            Doi = says.Doi(Meta(page, "citation_doi", "bepress_citation_doi", "prism.doi")),
            ArxivId = says.ArxivId(Meta(page, "citation_arxiv_id")),
            Kind = says.Kind(ResourceKind.Paper),
            Abstract = says.Abstract(Meta(page, "citation_abstract")),
        }.Or(says.Date(Meta(page, "citation_publication_date", "citation_date", "citation_year", "citation_online_date")));
    }

    // https://www.dublincore.org/specifications/dublin-core/dcq-html/, with a point or a colon
    private static WorkMetadata DublinCore(PageScan page)
    {
        var says = new SourcedValues("Dublin Core tags");
        var title = says.MarkedTitle(Meta(page, Terms("title")));
        return title is null ? WorkMetadata.None : new WorkMetadata
        {
            Title = title,
            Authors = says.Authors(Names(page, Terms("creator", "creator.personalname"))),
            Doi = Terms("identifier", "identifier.doi").SelectMany(page.All).Select(says.Doi).FirstOrDefault(doi => doi is not null),
            Abstract = says.Abstract(Meta(page, Terms("abstract", "description.abstract"))),
        }.Or(says.Date(Meta(page, Terms("date.issued", "issued", "date", "date.created"))));
    }

    private static WorkMetadata OpenGraph(PageScan page, PageIdentity identity)
    {
        var says = new SourcedValues("Open Graph tags");
        var type = Meta(page, "og:type");
        return new WorkMetadata
        {
            Title = says.Title(identity.Shared),
            Authors = says.Authors(Names(page, "article:author").Where(author => !author.Contains("://", StringComparison.Ordinal))),
            Venue = says.Venue(Meta(page, "og:site_name")),
            Kind = says.Kind(type?.Split('.')[0] switch
            {
                "video" => ResourceKind.Video,
                "book" => ResourceKind.Book,
                "article" => ResourceKind.Article,
                _ => null,
            }),
            Minutes = says.Minutes(double.TryParse(
                Meta(page, "og:video:duration", "video:duration"), CultureInfo.InvariantCulture, out var seconds) ? seconds / 60 : null),
            Abstract = says.Abstract(Meta(page, "og:description")),
        }.Or(says.Date(Meta(page, "article:published_time")));
    }

    private static WorkMetadata Html(PageScan page, PageIdentity identity)
    {
        var says = new SourcedValues("the page");
        return new WorkMetadata
        {
            Title = says.Title(identity.Title) ?? says.Title(identity.Heading),
            Authors = says.Authors(Names(page, "author")),
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

    private static string[] Terms(params string[] names) =>
        [.. names.SelectMany(name => (string[])[$"dc.{name}", $"dcterms.{name}", $"dc:{name}", $"dcterms:{name}"])];

    private static string? Meta(PageScan page, params string[] names) => names.Select(page.Meta).FirstOrDefault(value => value is not null);

    /// <summary>The first of these tags that names somebody, with all that it is repeated for.</summary>
    private static List<string> Names(PageScan page, params string[] tags) =>
        tags.Select(tag => page.All(tag).SelectMany(AuthorNames.Read).ToList()).FirstOrDefault(names => names.Count > 0) ?? [];
}
