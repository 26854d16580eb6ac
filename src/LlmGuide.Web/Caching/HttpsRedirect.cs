using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Caching;

/// <summary>
/// Sends who comes by plain HTTP to the public address, and only who is known to. A proxy that ends TLS speaks HTTP to this program,
/// and unless it says how the visitor came, everybody seems to: a redirect would lead to itself for ever. So nobody is redirected
/// unless the proxy says http, or this program has a certificate of its own; nor is a browser that knows that it is on HTTPS,
/// whatever a proxy says. Health checks ask from inside and are answered.
/// </summary>
internal sealed partial class HttpsRedirect(
    RequestDelegate next, HttpsOptions options, IOptions<ForwardedHeadersOptions> forwarded, IServer server, ILogger<HttpsRedirect> log)
{
    private static readonly PathString Health = "/health";
    private static readonly string[] SentOverHttpsOnly = ["Sec-Fetch-Mode", "Sec-Fetch-Site"];

    private int _said;

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.IsHttps || http.Request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase))
        {
            return next(http);
        }

        if (!IsKnownToBeHttp(http.Request))
        {
            SayOnce();
            return next(http);
        }

        // Not for ever: browsers keep that, and a proxy that was set up wrongly could not be mended for them.
        http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        http.Response.Headers.Location = UriHelper.BuildAbsolute(
            Uri.UriSchemeHttps, new HostString(options.PublicUrl!.Authority),
            http.Request.PathBase, http.Request.Path, http.Request.QueryString);
        return Task.CompletedTask;
    }

    private bool IsKnownToBeHttp(HttpRequest request) =>
        (request.Headers.ContainsKey(forwarded.Value.OriginalProtoHeaderName) || HasCertificate())
        && !SentOverHttpsOnly.Any(request.Headers.ContainsKey);

    private bool HasCertificate() => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) is true;

    private void SayOnce()
    {
        if (Interlocked.Exchange(ref _said, 1) == 0)
        {
            LogUnknown(log, options.PublicUrl!);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A request came by plain HTTP, and nothing says how the visitor came, so it was not sent to {PublicUrl}. "
            + "Behind a proxy, set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true and let the proxy send X-Forwarded-Proto.")]
    private static partial void LogUnknown(ILogger logger, Uri publicUrl);
}
