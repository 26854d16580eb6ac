namespace LlmGuide.Web.Shared;

/// <summary>
/// Refuses with 400 what no link or browser of ours sends and nothing behind it could take: an address with U+0000 in it, which no text
/// of ours may hold and PostgreSQL does not even compare, and one without a host, from which whole addresses are made.
/// </summary>
internal static class ReadableAddress
{
    public static Task Before(HttpContext http, RequestDelegate next)
    {
        if (IsReadable(http.Request))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    // Kestrel refuses a zero in the path by itself. Those who only ask whether the program is well are old proxies, and name no host.
    private static bool IsReadable(HttpRequest request) =>
        !request.QueryString.Value!.Contains("%00", StringComparison.Ordinal)
        && (request.Host.HasValue || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase));
}
