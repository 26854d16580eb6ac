using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Limits;

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

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
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route, RequestDelegate: { } enter }
            && route.TrimStart('/').StartsWith(Hub, StringComparison.Ordinal))
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

        using var line = http.RequestServices.GetRequiredService<OpenCircuits>()
            .Open(actor!.Id, http.User.SessionId()!.Value, NetworkAddress.Of(http), http);
        if (line is null)
        {
            Refuse(http, StatusCodes.Status429TooManyRequests);
            return;
        }

        await enter(http);
    }

    private static int? Refusal(HttpContext http, Actor? actor) =>
        actor is null || http.User.SessionId() is null ? StatusCodes.Status401Unauthorized
        : actor.Suspended || !RequestOrigin.IsOurs(http) ? StatusCodes.Status403Forbidden
        : null;

    /// <summary>Without a page: what asks is a script.</summary>
    private static void Refuse(HttpContext http, int status)
    {
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        http.Response.StatusCode = status;
    }
}
