using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace LlmGuide.Web.Shared.Posted;

/// <summary>
/// Refuses a form whose token the framework did not find to be its sender's, wherever an endpoint asks for one: with 400, or with the
/// status that its reader gave, such as 413. What binds forms would read it all the same, and fail. Pages look by themselves: theirs is
/// shown again.
/// </summary>
internal static class TrustedForm
{
    /// <summary>Stands behind the look at the token, and behind the limits: what is refused counts as well.</summary>
    public static Task Before(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } token
            || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            return next(http);
        }

        http.Response.StatusCode = token.Error?.InnerException is BadHttpRequestException refused
            ? refused.StatusCode : StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
