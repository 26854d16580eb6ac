using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components.Endpoints;

namespace LlmGuide.Web.Forms;

/// <summary>
/// A form of ours that was opened by somebody else than who sends it: they signed in or out in another tab meanwhile, or came back after
/// weeks. Its token is not theirs, so nothing of it is looked at. They get its page again as it is now, which says so.
/// </summary>
internal static class StaleForm
{
    private static readonly object Mark = new();

    /// <summary>Whether the page is shown in place of what was sent.</summary>
    public static bool IsShown(HttpContext http) => http.Items.ContainsKey(Mark);

    /// <summary>Whether a page can be shown: what another site has sent it is told nothing.</summary>
    public static bool CanBeShown(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && RequestOrigin.IsOurs(http);

    /// <summary>Shows the page as if it had been opened.</summary>
    public static Task ShowAsync(HttpContext http, RequestDelegate page)
    {
        http.Items[Mark] = true;
        http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page(http);
    }
}
