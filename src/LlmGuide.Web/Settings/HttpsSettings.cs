using System.Globalization;

using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Settings;

/// <summary>Reads what the site does about HTTPS. With a public address that is https it is on, and can be turned off.</summary>
internal static class HttpsSettings
{
    private const int MostDays = 730;

    public static void AddHttps(this WebApplicationBuilder builder) => builder.Services.AddSingleton(Read(builder.Configuration));

    /// <exception cref="StartUpException">A value is none, or is asked for without a public address that is https.</exception>
    public static HttpsOptions Read(IConfiguration settings)
    {
        var known = Uri.TryCreate(settings[$"{SiteOptions.Section}:{nameof(SiteOptions.PublicUrl)}"], UriKind.Absolute, out var url)
            && url.Scheme == Uri.UriSchemeHttps
            ? new Uri(url.GetLeftPart(UriPartial.Authority))
            : null;
        var (redirect, days) = (Redirect(settings, known is not null), HstsDays(settings, known is null ? 0 : 365));
        return known is not null || (!redirect && days == 0)
            ? new HttpsOptions { PublicUrl = known, Redirect = redirect, HstsDays = days }
            : throw (redirect ? Wrong(nameof(HttpsOptions.Redirect), "true", "false unless Site:PublicUrl begins with https://")
                : Wrong(
                    nameof(HttpsOptions.HstsDays), days.ToString(CultureInfo.InvariantCulture),
                    "0 unless Site:PublicUrl begins with https://"));
    }

    private static bool Redirect(IConfiguration settings, bool fallback) =>
        settings[Key(nameof(HttpsOptions.Redirect))] is not { Length: > 0 } value ? fallback
        : bool.TryParse(value, out var answer) ? answer
        : throw Wrong(nameof(HttpsOptions.Redirect), value, "true or false");

    private static int HstsDays(IConfiguration settings, int fallback) =>
        settings[Key(nameof(HttpsOptions.HstsDays))] is not { Length: > 0 } value ? fallback
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays ? days
        : throw Wrong(nameof(HttpsOptions.HstsDays), value, $"a whole number from 0 to {MostDays.ToString(CultureInfo.InvariantCulture)}");

    private static string Key(string name) => $"{HttpsOptions.Section}:{name}";

    private static StartUpException Wrong(string name, string value, string allowed) =>
        StartUpException.Setting(Key(name), value, allowed);
}
