using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>Every address of the site, as the application itself has them: a new page is among them without a word here.</summary>
internal static class SiteRoutes
{
    private const string Api = "/api/v1";

    /// <summary>What is no code of ours: files, and the circuits of the islands.</summary>
    private static bool IsOurs(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.Parameters.All(p => !p.IsCatchAll)
        && !Text(endpoint).StartsWith("/_", StringComparison.Ordinal);

    /// <summary>The endpoints that answer a method.</summary>
    public static IReadOnlyList<RouteEndpoint> Taking(GuideHost host, string method) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => IsOurs(endpoint)
                && (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods
                    || methods.Contains(method, StringComparer.OrdinalIgnoreCase)))
            .DistinctBy(Text, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The route with something that exists in the place of what varies.</summary>
    /// <param name="endpoint">Whose route it is.</param>
    /// <param name="places">As <see cref="FurnishedSite.Places"/>.</param>
    /// <param name="others">What to put in the place of a parameter instead, or <c>null</c>.</param>
    public static string Address(
        RouteEndpoint endpoint, IReadOnlyDictionary<string, string> places, Func<RoutePatternParameterPart, string?>? others = null)
    {
        var (route, address) = ("", "");
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            (route, address) = ($"{route}/", $"{address}/");
            foreach (var part in segment.Parts)
            {
                address += part switch
                {
                    RoutePatternParameterPart parameter => others?.Invoke(parameter) ?? Known(route, places),
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    _ => "",
                };
                route += part switch
                {
                    RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
                    RoutePatternLiteralPart literal => literal.Content,
                    _ => "",
                };
            }
        }

        return address.Length == 0 ? "/" : address;
    }

    public static string Text(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static string Known(string route, IReadOnlyDictionary<string, string> places)
    {
        var before = route.StartsWith(Api, StringComparison.Ordinal) ? route[Api.Length..] : route;
        return places.TryGetValue(before, out var place) ? place
            : throw new InvalidOperationException(
                $"Say in {nameof(FurnishedSite)} what stands after {before}, so that this page is looked at as well.");
    }
}
