using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Mail;

/// <summary>
/// Makes whole addresses for mails. Never from a request: whoever sends one chooses its Host, and could have a link to a new
/// password lead to a site of theirs.
/// </summary>
public sealed class MailAddress(IOptions<SiteOptions> site, IServer server)
{
    /// <param name="path">Starts with a slash.</param>
    /// <returns>
    /// Below <c>Site:PublicUrl</c>; without one below the address that the server listens at, which is right on one's own machine.
    /// </returns>
    public string Of(string path) => Site() + path;

    private string Site() =>
        site.Value.PublicUrl is { Length: > 0 } known ? known.TrimEnd('/')
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening
            ? Named(BindingAddress.Parse(listening))
        : "http://localhost";

    // "http://[::]:8080" and "http://*:8080" are all addresses of this machine; a link needs one.
    private static string Named(BindingAddress listening) =>
        $"{listening.Scheme}://{(listening.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : listening.Host)}:{listening.Port}";
}
