using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shared;

/// <summary>Makes whole addresses for those who are not on the site: search engines, feeds, programs, readers of mails.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> site, IServer server)
{
    private string? Known => site.Value.PublicUrl is { Length: > 0 } known ? known.TrimEnd('/') : null;

    /// <param name="request">Gives scheme and host when no public address is configured.</param>
    /// <param name="path">Starts with a slash.</param>
    public string Of(HttpRequest request, string path) => (Known ?? $"{request.Scheme}://{request.Host}") + path;

    /// <summary>
    /// For mails and for the server's log, and never from a request: whoever sends one chooses its Host, asks for a new password of
    /// anyone, and would so choose where its code is sent.
    /// </summary>
    /// <param name="path">Starts with a slash.</param>
    /// <returns>
    /// Below <c>Site:PublicUrl</c>; without one below the address that the server listens at, which is right on one's own machine.
    /// </returns>
    public string Of(string path) => (Known ?? Listening()) + path;

    private string Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening
        ? Named(BindingAddress.Parse(listening))
        : "http://localhost";

    // "http://[::]:8080" and "http://*:8080" are all addresses of this machine; a link needs one.
    private static string Named(BindingAddress listening) =>
        $"{listening.Scheme}://{(listening.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : listening.Host)}:{listening.Port}";
}
