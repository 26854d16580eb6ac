namespace LlmGuide.Web.Lookup;

/// <summary>Tells a wall against programs from the site behind it, which people may well see.</summary>
internal static class BotChallenge
{
    // Cloudflare says so itself (https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/);
    // the others are known by their headers, and only where they refuse.
    public static bool Stands(HttpResponseMessage response) =>
        Says(response, "cf-mitigated", "challenge")
        || Says(response, "x-amzn-waf-action", "challenge") || Says(response, "x-amzn-waf-action", "captcha")
        || ((int)response.StatusCode == 503
            && (Has(response, "cf-chl-bypass") || Has(response, "x-datadome") || Has(response, "x-sucuri-block")));

    private static bool Says(HttpResponseMessage response, string header, string value) =>
        response.Headers.TryGetValues(header, out var values) && values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool Has(HttpResponseMessage response, string header) => response.Headers.Contains(header);
}
