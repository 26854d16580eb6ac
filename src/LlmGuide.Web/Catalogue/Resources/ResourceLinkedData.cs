using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Catalogue.Resources;

/// <summary>A resource as schema.org names its kind.</summary>
internal static class ResourceLinkedData
{
    public static object Of(ResourceFacts work, HttpRequest request, SiteAddress address) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@context"] = "https://schema.org",
            ["@type"] = TypeOf(work.Kind),
            ["name"] = work.Title,
            ["headline"] = work.Title,
            ["alternateName"] = work.AlsoKnownAs,
            ["author"] = AuthorList.Named(work.Authors)
                .Select(a => new Dictionary<string, object?>(StringComparer.Ordinal) { ["@type"] = "Person", ["name"] = a }).ToList(),
            ["datePublished"] = Date(work),
            ["publisher"] = work.Venue,
            ["url"] = address.Of(request, Links.Resource(work.Slug)),
            ["sameAs"] = Addresses(work).Distinct(StringComparer.Ordinal).ToList(),
            ["isAccessibleForFree"] = work.Access != ResourceAccess.Paid,
            ["educationalLevel"] = work.Level.ToSlug(),
            ["timeRequired"] = string.Create(CultureInfo.InvariantCulture, $"PT{work.Minutes}M"),
        };

    private static string TypeOf(ResourceKind kind) => kind switch
    {
        ResourceKind.Paper => "ScholarlyArticle",
        ResourceKind.Article => "Article",
        ResourceKind.Video => "VideoObject",
        ResourceKind.Course => "Course",
        ResourceKind.Book => "Book",
        ResourceKind.Code or ResourceKind.Tool => "SoftwareSourceCode",
        ResourceKind.Dataset => "Dataset",
        _ => "TechArticle",
    };

    private static string? Date(ResourceFacts work) => (work.Year, work.Month) switch
    {
        (null, _) => null,
        ({ } year, null) => year.ToString(CultureInfo.InvariantCulture),
        ({ } year, { } month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
    };

    private static IEnumerable<string> Addresses(ResourceFacts work)
    {
        yield return work.Url;
        if (work.ArxivId is { } arxiv)
        {
            yield return Links.Arxiv(arxiv);
        }

        if (work.Doi is { } doi)
        {
            yield return Links.Doi(doi);
        }
    }
}
