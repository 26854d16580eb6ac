using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Limits;

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts.Circuits;

/// <summary>
/// Stands before the hub of the islands. Those are for members who keep the guide in order; without this anybody, and any site that a
/// member looks at, could have the server hold circuits.
/// </summary>
internal static class CircuitDoor
{
    private const string Hub = "_blazor";

    /// <summary>Guards an endpoint if it is one of the hub's.</summary>
    public static void Guard(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route, RequestDelegate: { } enter } && route.TrimStart('/').StartsWith(Hub, StringComparison.Ordinal))
        {
            endpoint.RequestDelegate = http => AnswerAsync(http, enter);
            if (route.EndsWith("negotiate", StringComparison.Ordinal))
            {
                endpoint.Metadata.Add(new EnableRateLimitingAttribute(nameof(Limit.Island)));
            }
        }
    }

    private static async Task AnswerAsync(HttpContext http, RequestDelegate enter)
    {
        var actor = http.Actor();
        if (Refusal(http, actor) is { } status)
        {
            Refuse(http, status);
            return;
        }

        if (!HttpMethods.IsGet(http.Request.Method))
        {
            await enter(http);
            return;
        }

        using var line = http.RequestServices.GetRequiredService<OpenCircuits>().Open(actor!.Id, http.User.SessionId()!.Value, NetworkAddress.Of(http), http);
        if (line is null)
        {
            Refuse(http, StatusCodes.Status429TooManyRequests);
            return;
        }

        await enter(http);
    }

    private static int? Refusal(HttpContext http, Actor? actor) =>
        actor is null || http.User.SessionId() is null ? StatusCodes.Status401Unauthorized
        : actor.Suspended || !IsFromHere(http) ? StatusCodes.Status403Forbidden
        : null;

    /// <summary>
    /// Whether a page of this site asks. Browsers send cookies along with a WebSocket whichever page opens it, and name that page's
    /// origin; programs need not. The scheme is not compared: a proxy that ends TLS may not have said which it was.
    /// </summary>
    private static bool IsFromHere(HttpContext http) => http.Request.Headers.Origin.ToString() is not { Length: > 0 } said
        || (Uri.TryCreate(said, UriKind.Absolute, out var origin)
            && (IsSame(origin.Authority, http.Request.Host.Value) || IsSame(origin.GetLeftPart(UriPartial.Authority), PublicOrigin(http))));

    private static string? PublicOrigin(HttpContext http) =>
        Uri.TryCreate(http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl, UriKind.Absolute, out var known) ? known.GetLeftPart(UriPartial.Authority) : null;

    private static bool IsSame(string one, string? other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without a page: what asks is a script.</summary>
    private static void Refuse(HttpContext http, int status)
    {
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        http.Response.StatusCode = status;
    }
}
