using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Settings;

/// <summary>What the site does about HTTPS follows its public address.</summary>
internal static class HttpsSettings
{
    public static IServiceCollection AddHttps(this IServiceCollection services)
    {
        services.AddSection<HttpsOptions>(HttpsOptions.Section).AddOptions<HttpsOptions>().Configure<SettingsSection<SiteOptions>>(
            (https, section) =>
            {
                var site = new SiteOptions();
                section.Configure(site);
                https.PublicUrl = Uri.TryCreate(site.PublicUrl, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
                    ? new Uri(url.GetLeftPart(UriPartial.Authority)) : null;
            });
        return services;
    }
}
