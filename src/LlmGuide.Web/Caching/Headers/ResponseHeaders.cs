using System.Globalization;

using Microsoft.AspNetCore.StaticAssets;

namespace LlmGuide.Web.Caching.Headers;

/// <summary>
/// Headers that no page sets for itself. They are set when the response starts: so they are on errors too, the cache does not
/// keep them (it would decode them again on every hit), and nothing that runs earlier can undo them.
/// Strict-Transport-Security is said at the public address only: another name of this machine, localhost first, may have no HTTPS.
/// </summary>
internal sealed class ResponseHeaders(RequestDelegate next, HttpsOptions https)
{
    private readonly string? _strict =
        https.DaysTold == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"max-age={https.DaysTold * 24 * 60 * 60}");

    public Task InvokeAsync(HttpContext context)
    {
        if (_strict is not null && context.Request.IsHttps
            && context.Request.Host.Host.Equals(https.PublicUrl!.Host, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.OnStarting(static state => BeStrict((State)state), new State(context, _strict));
        }

        context.Response.OnStarting(static state => Set((HttpContext)state), context);
        return next(context);
    }

    private static Task BeStrict(State state)
    {
        state.Http.Response.Headers.StrictTransportSecurity = state.Policy;
        return Task.CompletedTask;
    }

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        KeepHostOut(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is { } asset)
        {
            KeepFont(context.Response, asset);
            return Task.CompletedTask;
        }

        headers.ContentSecurityPolicy = PolicyOf(context);
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.GetEndpoint()?.Metadata.GetMetadata<PersonalPageAttribute>() is not null)
        {
            headers.CacheControl = FreshPage.Private;
        }
        else if (Reader.PageOf(context) is not null)
        {
            SetForReadingPage(context);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// The framework makes a whole address of where it leads to, with the host that the request named. Whoever sends one can name any;
    /// an address on this site needs none (RFC 9110, 10.2.2).
    /// </summary>
    private static void KeepHostOut(HttpContext context)
    {
        var location = context.Response.Headers.Location.ToString();
        var named = $"{context.Request.Scheme}://{context.Request.Host}";
        if (location.StartsWith(named, StringComparison.OrdinalIgnoreCase)
            && location.AsSpan(named.Length) is [] or ['/' or '?' or '#', ..])
        {
            // Two slashes would be another site.
            context.Response.Headers.Location = $"/{location[named.Length..].TrimStart('/', '\\')}";
        }
    }

    private static string PolicyOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ContentSecurityAttribute>()?.Policy ?? ContentSecurityAttribute.ReadingPages;

    private static void SetForReadingPage(HttpContext context)
    {
        if (!Reader.IsAnonymous(context))
        {
            context.Response.Headers.CacheControl = FreshPage.Private;
        }
        else if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
        {
            context.Response.Headers["Speculation-Rules"] = SpeculationRules.Header;
        }
    }

    /// <summary>
    /// A font's file name carries its version (style sheets name it as it is, without the fingerprint that would make
    /// MapStaticAssets say this by itself).
    /// </summary>
    private static void KeepFont(HttpResponse response, StaticAssetDescriptor asset)
    {
        if (asset.Route.StartsWith("fonts/", StringComparison.Ordinal) && response.StatusCode < StatusCodes.Status400BadRequest)
        {
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
        }
    }

    private sealed record State(HttpContext Http, string Policy);
}
