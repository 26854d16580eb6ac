using LlmGuide.Core;

using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests;

/// <summary>No slug is the address of a page: the routes are asked, so that a new one cannot take what something may be called.</summary>
public sealed class ReservedSlugTests(SeededSite site) : IClassFixture<SeededSite>
{
    private static readonly string[] Slugs = ["slug", "topic", "stage", "key"];

    [Fact]
    public void What_stands_in_a_route_where_another_has_a_slug_is_reserved()
    {
        var routes = site.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.PathSegments).ToList();
        var collisions = routes.SelectMany(
            route => Enumerable.Range(0, route.Count).Where(at => IsSlug(route[at])).Select(at => (Before: Text(route.Take(at)), At: at)))
            .Distinct()
            .SelectMany(place => routes.Where(other => other.Count > place.At && Text(other.Take(place.At)) == place.Before)
                .Select(other => Literal(other[place.At])))
            .OfType<string>().Where(Slug.IsValid).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("new", collisions);
        Assert.DoesNotContain(collisions, word => !Slug.IsReserved(word));
    }

    private static bool IsSlug(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart part] && Slugs.Contains(part.Name, StringComparer.OrdinalIgnoreCase);

    private static string Text(IEnumerable<RoutePatternPathSegment> segments) =>
        string.Join('/', segments.Select(segment => Literal(segment)?.ToLowerInvariant() ?? "*"));

    private static string? Literal(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternLiteralPart part] ? part.Content : null;
}
