using System.ServiceModel.Syndication;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Xml;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Catalogue;

/// <summary>What is new in the guide, as Atom 1.0.</summary>
internal static class CatalogueFeed
{
    private const int Entries = 50;

    public static void MapCatalogueFeed(this IEndpointRouteBuilder site) =>
        site.MapMethods(Links.Feed, HttpVerbs.Read, AnswerAsync).CachedForReaders().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        HttpContext http, SiteAddress address, IOptions<SiteOptions> site, NewResourcesQuery resources, CancellationToken cancellationToken)
    {
        http.TagPage(PageTags.Catalogue);
        var newest = await resources.RunAsync(Entries, cancellationToken);
        return AtomFeed.Answer(
            http, address, $"{site.Value.Title}: new in the guide", Links.Resources, [.. newest.Select(resource => AtomFeed.Entry(
                address.Of(http.Request, $"{Links.Feed}#{resource.Key}"),
                resource.Topic is { } topic
                    ? $"{resource.Title} ({resource.Kind.ToSlug()}, in {topic})"
                    : $"{resource.Title} ({resource.Kind.ToSlug()})",
                new TextSyndicationContent(resource.SummaryHtml, TextSyndicationContentKind.Html),
                Authors(resource, site.Value.Title),
                resource.AddedAt,
                resource.AddedAt,
                address.Of(http.Request, Links.Resource(resource.Slug))))]);
    }

    /// <summary>Atom wants an author for each entry.</summary>
    private static string Authors(NewResource resource, string fallback) =>
        resource.AuthorNames.Split(Resource.AuthorSeparator, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names
            ? string.Join(", ", names) : fallback;
}
