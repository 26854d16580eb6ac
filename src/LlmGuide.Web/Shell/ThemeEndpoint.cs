using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Shell;

/// <summary>Keeps the reader's theme and brings them back to where they were.</summary>
internal static class ThemeEndpoint
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void MapTheme(this IEndpointRouteBuilder site) =>
        site.MapGet(Links.Theme, (HttpContext http, string? theme, string? back) =>
        {
            http.Response.Cookies.Append(ReadingTheme.Cookie, ReadingTheme.Known(theme), new CookieOptions
            {
                MaxAge = Kept,
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                IsEssential = true,
            });
            http.Response.Headers.CacheControl = "no-store";
            return Results.LocalRedirect(LocalAddress.Of(back));
        }).ExcludeFromDescription();
}
