using System.Globalization;
using System.Text;
using System.Xml.Linq;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Releases;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;
using LlmGuide.Web.Shared.Xml;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shell;

/// <summary>What crawlers and language models look for: robots.txt, sitemap.xml and llms.txt.</summary>
internal static class Crawlers
{
    /// <summary>The most addresses that one site map may hold (https://www.sitemaps.org/protocol.html).</summary>
    private const int MostAddresses = 50_000;

    private const int MostReleases = 1_000;

    private static readonly XNamespace SiteMap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapCrawlers(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/robots.txt", HttpVerbs.Read, (HttpRequest request, SiteAddress address) =>
            Results.Text(
                $"User-agent: *\nDisallow: {Links.Theme}\nDisallow: {Links.Search}\n\nSitemap: {address.Of(request, "/sitemap.xml")}\n"))
            .CachedForReaders().ExcludeFromDescription();
        site.MapMethods("/sitemap.xml", HttpVerbs.Read, SiteMapAsync).CachedForReaders().ExcludeFromDescription();
        site.MapMethods("/llms.txt", HttpVerbs.Read, LlmsAsync).CachedForReaders().ExcludeFromDescription();
    }

    private static async Task<IResult> SiteMapAsync(
        HttpRequest request, SiteAddress address, AddressesQuery addresses,
        BoardAddressesQuery benchmarks, ModelApiQuery models, ReleaseListQuery releases, CancellationToken cancellationToken)
    {
        const int Most = MostAddresses - MostReleases - 8;
        var published = await releases.NumbersAsync(MostReleases, cancellationToken);
        var known = await addresses.RunAsync(Most, cancellationToken);
        var boards = await benchmarks.RunAsync(Most - known.Topics.Count - known.Resources.Count, cancellationToken);
        var scored = await models.SlugsAsync(
            Most - known.Topics.Count - known.Resources.Count - boards.Tasks.Count - boards.Benchmarks.Count, cancellationToken);
        string[] paths =
        [
            Links.Home, Links.Resources, Links.Tasks, Links.Models, Links.Metrics, Links.Figures, Links.About, Links.Releases,
            .. known.Topics.Select(Links.Topic), .. known.Resources.Select(Links.Resource),
            .. boards.Tasks.Select(Links.Task), .. boards.Benchmarks.Select(Links.Benchmark),
            .. scored.Select(Links.Model),
            .. published.Select(number => Links.Release(number)),
        ];
        var map = new XElement(SiteMap + "urlset", paths.Select(path => new XElement(
            SiteMap + "url", new XElement(SiteMap + "loc", address.Of(request, path)))));
        return XmlText.Answer("application/xml", map.WriteTo);
    }

    // The form of https://llmstxt.org: a title, a quoted summary, and lists of links with notes.
    private static async Task<IResult> LlmsAsync(
        HttpRequest request, SiteAddress address, IOptions<SiteOptions> site, PathQuery path, CancellationToken cancellationToken)
    {
        var view = await path.RunAsync(cancellationToken);
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"# {site.Value.Title}\n\n> A reading path into large language models for people who know some deep "
            + $"learning: {Labels.Count(view.Topics, "topic")} in order, each with the works to read and why.\n");
        foreach (var stage in view.Stages)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {stage.Title}\n\n");
            foreach (var stop in stage.Stops)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"- [{stop.Title}]({address.Of(request, Links.Twin(Links.Topic(stop.Slug)))}): {stop.Summary}\n");
            }
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## Whole\n\n- [Path]({address.Of(request, "/index.md")}): stages and topics in order\n"
            + $"- [Everything]({address.Of(request, "/llms-full.txt")}): all topics, works, tasks and benchmarks in one text\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## API\n\n- [OpenAPI document]({address.Of(request, Links.OpenApi)}): read-only JSON of everything above\n");
        return Results.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }
}
