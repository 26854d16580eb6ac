using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shared;

/// <summary>Which site's page made a browser send something.</summary>
internal static class RequestOrigin
{
    /// <summary>
    /// Whether it was one of this site's. Browsers name the origin with every POST and WebSocket, whichever page sends it; programs need
    /// not. The scheme is not compared with that of the request: a proxy that ends TLS may not have said which it was.
    /// </summary>
    public static bool IsOurs(HttpContext http) => http.Request.Headers.Origin.ToString() is not { Length: > 0 } said
        || (Uri.TryCreate(said, UriKind.Absolute, out var origin)
            && (IsSame(origin.Authority, http.Request.Host.Value) || IsSame(origin.GetLeftPart(UriPartial.Authority), PublicOrigin(http))));

    private static string? PublicOrigin(HttpContext http) =>
        Uri.TryCreate(http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl, UriKind.Absolute, out var known)
            ? known.GetLeftPart(UriPartial.Authority)
            : null;

    private static bool IsSame(string one, string? other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
