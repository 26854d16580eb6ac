using System.Globalization;

using LlmGuide.Core.Accounts;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts;

/// <summary>
/// Whole addresses for mails and for the server's log. They never begin with the host that a request named: anyone can ask for a
/// new password of anyone, and would so choose where its code is sent.
/// </summary>
internal sealed class MailLinks(IOptions<SiteOptions> site, IServer server)
{
    public AccountLinks All => new(
        Of(Links.Forgotten),
        (id, code) => Of(Links.ConfirmMail, ("id", Number(id)), ("code", code)),
        (id, code) => Of(Links.ResetPassword, ("id", Number(id)), ("code", code)),
        (id, mail, code) => Of(Links.ConfirmNewMail, ("id", Number(id)), ("mail", mail), ("code", code)));

    private string Origin => site.Value.PublicUrl is { Length: > 0 } known ? known.TrimEnd('/') : Listening;

    private string Listening => (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5000")
        .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        .Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal).TrimEnd('/');

    public string Of(string path, params IEnumerable<(string Key, string Value)> query) =>
        Origin + Links.With(path, query.Select(q => KeyValuePair.Create<string, string?>(q.Key, q.Value)));

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);
}
