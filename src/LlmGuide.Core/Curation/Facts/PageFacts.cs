using System.Text.RegularExpressions;
using System.Xml;

using AngleSharp.Html.Dom;

using LlmGuide.Core.Catalogue;

namespace LlmGuide.Core.Curation.Facts;

/// <summary>
/// What a page says about itself: the tags of Google Scholar (<c>citation_*</c>), JSON-LD of schema.org, Open Graph
/// (https://ogp.me), and plain HTML, in this order of trust.
/// </summary>
internal static partial class PageFacts
{
    /// <summary>How many words a minute are read of a technical text, about.</summary>
    private const double WordsInAMinute = 200;

    public static WorkFacts Read(IHtmlDocument page) =>
        Citation(page).Or(LinkedData.Read(page)).Or(OpenGraph(page)).Or(Html(page));

    /// <summary>How long the text takes to read; an estimate for an article.</summary>
    public static Fact<int>? ReadingTime(IHtmlDocument page)
    {
        const int LeastWords = 150;
        var text = page.QuerySelector("article, main, [role=main]") ?? page.Body;
        foreach (var aside in text?.QuerySelectorAll("script, style, nav, footer, aside, noscript, template").ToList() ?? [])
        {
            aside.Remove();
        }

        var words = Word().Count(text?.TextContent ?? "");
        return words < LeastWords ? null : new Stated("the length of the text").Minutes(words / WordsInAMinute);
    }

    // https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
    private static WorkFacts Citation(IHtmlDocument page)
    {
        var says = new Stated("citation tags");
        var title = says.Title(Meta(page, "citation_title"));
        return title is null ? WorkFacts.None : new WorkFacts
        {
            Title = title,
            Authors = says.Authors(Metas(page, "citation_author").Select(InOrder)),
            Venue = says.Venue(Meta(page, "citation_conference_title") ?? Meta(page, "citation_journal_title") ?? Meta(page, "citation_publisher")),
            Doi = says.Doi(Meta(page, "citation_doi")),
            ArxivId = says.ArxivId(Meta(page, "citation_arxiv_id")),
            Kind = says.Kind(ResourceKind.Paper),
            Abstract = says.Abstract(Meta(page, "citation_abstract")),
        }.Or(says.Date(Meta(page, "citation_publication_date") ?? Meta(page, "citation_date") ?? Meta(page, "citation_year")));
    }

    private static WorkFacts OpenGraph(IHtmlDocument page)
    {
        var says = new Stated("Open Graph tags");
        var type = Meta(page, "og:type");
        return new WorkFacts
        {
            Title = says.Title(Meta(page, "og:title")),
            Authors = says.Authors(Metas(page, "article:author").Where(author => !author.Contains("://", StringComparison.Ordinal))),
            Venue = says.Venue(Meta(page, "og:site_name")),
            Kind = says.Kind(type?.Split('.')[0] switch { "video" => ResourceKind.Video, "book" => ResourceKind.Book, "article" => ResourceKind.Article, _ => null }),
            Minutes = says.Minutes(double.TryParse(Meta(page, "og:video:duration") ?? Meta(page, "video:duration"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds / 60 : null),
            Abstract = says.Abstract(Meta(page, "og:description")),
        }.Or(says.Date(Meta(page, "article:published_time")));
    }

    private static WorkFacts Html(IHtmlDocument page)
    {
        var says = new Stated("the page");
        return new WorkFacts
        {
            Title = says.Title(page.QuerySelector("title")?.TextContent) ?? says.Title(page.QuerySelector("h1")?.TextContent),
            Authors = says.Authors(Metas(page, "author")),
            Minutes = says.Minutes(Minutes(page.QuerySelector("[itemprop=duration]")?.GetAttribute("content"))),
            Abstract = says.Abstract(Meta(page, "description")),
        }.Or(says.Date(page.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content") ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime")));
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

    private static string? Meta(IHtmlDocument page, string name) => Metas(page, name).FirstOrDefault();

    // Some sites write "property" where "name" belongs, and the other way around.
    private static IEnumerable<string> Metas(IHtmlDocument page, string name) => page.QuerySelectorAll("meta")
        .Where(meta => string.Equals(meta.GetAttribute("name") ?? meta.GetAttribute("property"), name, StringComparison.OrdinalIgnoreCase))
        .Select(meta => meta.GetAttribute("content")).Where(content => !string.IsNullOrWhiteSpace(content)).OfType<string>();

    // "Vaswani, Ashish" as libraries write it.
    private static string InOrder(string name) => name.Split(',', 2) is [var family, var given] ? $"{given.Trim()} {family.Trim()}" : name;

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Word();
}
