using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LlmGuide.Web.Accounts;

/// <summary>
/// What a closed address answers to those who may not see it, before its page has run. A form whose sign-in has ended meanwhile is not
/// lost: it comes back as it was sent, without anything of the page. What another site has sent does not: it would stand here as if its
/// reader had typed it, with a token of ours beside it.
/// </summary>
internal static class ClosedPages
{
    public static async Task SignInFirstAsync(RedirectContext<CookieAuthenticationOptions> asked)
    {
        var http = asked.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method) && RequestOrigin.IsOurs(http)
            && KeepsWhatIsTyped(http) && await ReadableForm.RefusedWithAsync(http.Request) is null)
        {
            var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
            await new RazorComponentResult<SignedOutForm>(new { Http = http, Tokens = tokens }).ExecuteAsync(http);
            return;
        }

        http.Response.Redirect(asked.RedirectUri);
    }

    /// <summary>
    /// The pages that look at the token by themselves, so that what was typed outlives a sign-in. None of them asks for a password.
    /// </summary>
    private static bool KeepsWhatIsTyped(HttpContext http) => http.GetEndpoint() is { } page
        && page.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && page.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    /// <summary>The page that says so, with the bar and a way on, is made where every refusal without words of its own gets them.</summary>
    public static Task DenyAsync(RedirectContext<CookieAuthenticationOptions> denied)
    {
        denied.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
