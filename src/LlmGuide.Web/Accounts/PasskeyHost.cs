using System.Net;

using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts;

/// <summary>
/// Whether passkeys work at the host that a page was opened at: a browser makes and uses them for the name of a site only, or a name below
/// it (https://www.w3.org/TR/webauthn-3/#rp-id), and at an address of the network never.
/// </summary>
internal sealed class PasskeyHost(IOptions<IdentityPasskeyOptions> passkeys, IOptions<SiteOptions> site)
{
    /// <returns>Why they do not, in a sentence; <c>null</c> when they do.</returns>
    public string? WhyNot(HttpRequest request)
    {
        var host = request.Host.Host;
        return IPAddress.TryParse(host, out _)
            ? $"Passkeys need the name of a site, and this page was opened at {host}. {Open(host)}"
            : passkeys.Value.ServerDomain is { Length: > 0 } domain && !IsWithin(host, domain)
                ? $"Passkeys of this site do not work at {host}. {Open(host)}"
                : null;
    }

    private string Open(string host) =>
        site.Value.PublicUrl is { Length: > 0 } known && Uri.TryCreate(known, UriKind.Absolute, out var whole) && whole.Host != host
            ? $"Open it at {known}."
            : "Open it by the name of this server; on the server itself, localhost will do.";

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
