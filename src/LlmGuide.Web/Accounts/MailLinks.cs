using LlmGuide.Core;
using LlmGuide.Core.Accounts;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Accounts;

/// <summary>The addresses in mails about accounts.</summary>
internal sealed class MailLinks(SiteAddress site)
{
    public AccountLinks All => new(
        Of(Links.Forgotten),
        (id, code) => Of(Links.ConfirmMail, ("id", id.ToInvariantString()), ("code", code)),
        (id, code) => Of(Links.ResetPassword, ("id", id.ToInvariantString()), ("code", code)),
        (id, mail, code) => Of(Links.ConfirmNewMail, ("id", id.ToInvariantString()), ("mail", mail), ("code", code)));

    public string Of(string path, params IEnumerable<(string Key, string Value)> query) =>
        site.Of(Links.With(path, query.Select(q => KeyValuePair.Create<string, string?>(q.Key, q.Value))));
}
