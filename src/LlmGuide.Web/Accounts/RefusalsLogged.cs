using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Web.Forms;

namespace LlmGuide.Web.Accounts;

/// <summary>
/// Writes down who was refused, whatever refused them: a policy, a page, an endpoint or a limit. The route is written as it is mapped,
/// and not the address that was asked, which anybody may fill with what they like.
/// </summary>
internal sealed class RefusalsLogged(RequestDelegate next, SecurityLog security)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // Where a refusal is shown by a page of its own, the request has the route of that page afterwards.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        await next(http);
        SecurityEvent? refused = http.Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden => SecurityEvent.PermissionRefused,
            StatusCodes.Status429TooManyRequests => SecurityEvent.LimitRefused,
            _ => null,
        };
        if (refused is { } happened)
        {
            security.Write(
                happened, http.Actor()?.Id,
                where: $"{http.Request.Method switch { "GET" or "HEAD" => "GET", "POST" => "POST", _ => "other" }} "
                    + $"{route} from {http.Connection.RemoteIpAddress}");
        }
    }
}
