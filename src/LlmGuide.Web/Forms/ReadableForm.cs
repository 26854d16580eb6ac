using Microsoft.AspNetCore.Antiforgery;

namespace LlmGuide.Web.Forms;

/// <summary>
/// Refuses with 400, or with 413 when it is too large, what is sent to a page, or to whatever else looks at a form's token by itself,
/// and cannot be read as a form, or has a token that is not its sender's where the page does not look at that by itself. The token's
/// reader and every page that looks into its form would throw, and Blazor would answer with nothing at all.
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
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false, Error.InnerException: not BadHttpRequestException }
            && StaleForm.CanBeShown(http))
        {
            await StaleForm.ShowAsync(http, page);
            return;
        }

        // Where the framework has looked at the token, it has read the form, and nobody may read one that it does not trust.
        var status = http.Features.Get<IAntiforgeryValidationFeature>() switch
        {
            null => await RefusedWithAsync(http.Request),
            { IsValid: true } => null,
            { Error.InnerException: BadHttpRequestException refused } => refused.StatusCode,
            _ => StatusCodes.Status400BadRequest,
        };
        if (status is null)
        {
            await page(http);

            // Blazor refuses a form that the page does not have without a word, but with a type,
            // for which the page that says so stays away.
            if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest })
            {
                http.Response.ContentType = null;
            }
        }
        else
        {
            http.Response.StatusCode = status.Value;
        }
    }

    /// <summary>What was read is kept with the request, so that nobody reads it again.</summary>
    /// <returns><c>null</c> when it can be read.</returns>
    public static async Task<int?> RefusedWithAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return StatusCodes.Status400BadRequest;
        }

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        // The body of somebody who hung up ends early too; nobody reads the answer then.
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
