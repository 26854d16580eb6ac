using Microsoft.AspNetCore.Antiforgery;

namespace LlmGuide.Web.Shared;

/// <summary>
/// Refuses with 400 what is sent to a page, or to whatever else looks at a form's token by itself, and cannot be read as a form.
/// Blazor, the token's reader and every page that looks into its form would throw, and whoever sent it would be told that we broke.
/// </summary>
internal static class ReadableForm
{
    /// <summary>Looks before the page does.</summary>
    public static void Before(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is { } inner)
        {
            endpoint.RequestDelegate = http => HttpMethods.IsPost(http.Request.Method) ? AnswerAsync(http, inner) : inner(http);
        }
    }

    private static async Task AnswerAsync(HttpContext http, RequestDelegate page)
    {
        // Where the framework looks at the token, it has read the form, or refuses it by itself.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not null || await CanBeReadAsync(http.Request))
        {
            await page(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    /// <summary>What was read is kept with the request, so that nobody reads it again.</summary>
    private static async Task<bool> CanBeReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return false;
        }

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        // The body of somebody who hung up ends early too; nobody reads the answer then. What the server itself refuses has its own status.
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return false;
        }
    }
}
