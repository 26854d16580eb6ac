using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts.Tickets;

/// <summary>
/// How cookies are sent. Where the site's address is known to be https, by https alone, whatever the last step before us speaks; and
/// those of a sign-in under a name that tells the browser to take it from this very host only, so that no other one of the same domain can
/// put one of its own in the place (https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis, "__Host-").
/// </summary>
internal static class SiteCookies
{
    private const string ThisHostOnly = "__Host-";

    private static readonly string[] Schemes =
    [
        IdentityConstants.ApplicationScheme, IdentityConstants.ExternalScheme,
        IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.TwoFactorRememberMeScheme,
    ];

    /// <summary>
    /// For every cookie, whoever sets it: the framework's antiforgery, told so itself, would refuse what a proxy passes on as http.
    /// </summary>
    public static void UseSiteCookies(this IApplicationBuilder app)
    {
        if (IsHttps(app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value))
        {
            app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
        }
    }

    public static IServiceCollection AddSiteCookies(this IServiceCollection services)
    {
        foreach (var scheme in Schemes)
        {
            services.AddOptions<CookieAuthenticationOptions>(scheme)
                .Configure<IOptions<SiteOptions>>((options, site) => Configure(options.Cookie, $".AspNetCore.{scheme}", site.Value));
        }

        services.AddOptions<AntiforgeryOptions>()
            .Configure<IOptions<SiteOptions>>((options, site) => Configure(options.Cookie, ".AspNetCore.Antiforgery", site.Value));
        return services;
    }

    private static void Configure(CookieBuilder cookie, string name, SiteOptions site)
    {
        cookie.Name = IsHttps(site) ? ThisHostOnly + name : name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static bool IsHttps(SiteOptions site) => site.PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
