using System.Xml.Linq;

using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Xml;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shell;

/// <summary>What browsers ask for: how to search the site from the address bar, and how to show it on a home screen.</summary>
internal static class BrowserFiles
{
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapBrowserFiles(this IEndpointRouteBuilder site)
    {
        site.MapGet(Links.OpenSearch, (HttpRequest request, SiteAddress address, IOptions<SiteOptions> options) => XmlText.Answer(
            "application/opensearchdescription+xml", Description(options.Value.Title, address.Of(request, Links.Search)).WriteTo))
            .CachedForReaders().ExcludeFromDescription();
        site.MapGet(Links.Manifest, (IOptions<SiteOptions> options) => Results.Json(
            new
            {
                name = $"{options.Value.Title}: a reading path into large language models",
                short_name = options.Value.Title,
                start_url = Links.Home,
                display = "browser",
                background_color = "#fcfdfd",
                theme_color = "#0b5a69",
                icons = new[]
                {
                    new { src = "/favicon.svg", sizes = "any", type = "image/svg+xml" },
                    new { src = "/apple-touch-icon.png", sizes = "180x180", type = "image/png" },
                },
            },
            contentType: "application/manifest+json")).CachedForReaders().ExcludeFromDescription();
    }

    private static XElement Description(string title, string search) => new(
        OpenSearch + "OpenSearchDescription",
        new XElement(OpenSearch + "ShortName", title[..Math.Min(title.Length, 16)]),
        new XElement(OpenSearch + "Description", "Topics and resources about large language models"),
        new XElement(OpenSearch + "InputEncoding", "UTF-8"),
        new XElement(OpenSearch + "Url", new XAttribute("type", "text/html"), new XAttribute("template", search + "?q={searchTerms}")));
}
