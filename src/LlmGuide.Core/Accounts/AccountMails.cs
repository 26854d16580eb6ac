using System.Net;

using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;

namespace LlmGuide.Core.Accounts;

/// <summary>The mails about an account: what they say, and the row that gets them sent.</summary>
internal static class AccountMails
{
    public static void Confirm(GuideDb db, string to, string name, string link, DateTimeOffset now) => Write(
        db, to, "Confirm your address", $"Hello {name},", "somebody, hopefully you, made an account with this address. Confirm that it is yours:", link,
        "If it was not you, do nothing: without this step nobody can sign in to it.", now);

    public static void Taken(GuideDb db, string to, string name, string link, DateTimeOffset now) => Write(
        db, to, "You have an account already", $"Hello {name},", $"somebody, hopefully you, tried to make an account with this address. There is one already; its name is {name}. If you have forgotten the password, choose another:", link,
        "If it was not you, do nothing: nothing was changed.", now);

    public static void Reset(GuideDb db, string to, string name, string link, DateTimeOffset now) => Write(
        db, to, "Choose a new password", $"Hello {name},", "somebody, hopefully you, asked for a new password. Choose it here, within a day:", link,
        "If it was not you, do nothing: the old password stays.", now);

    public static void NewAddress(GuideDb db, string to, string name, string link, DateTimeOffset now) => Write(
        db, to, "Confirm your new address", $"Hello {name},", "this is to become the address of your account. Confirm it within a day:", link,
        "If you did not ask for it, do nothing: nothing is changed.", now);

    public static void AddressLeaves(GuideDb db, string to, string name, DateTimeOffset now) => Write(
        db, to, "Your address is about to change", $"Hello {name},", "your account is to get another address; a mail to the new one asks for its confirmation.", null,
        "If it was not you, somebody knows your password: sign in and change it.", now);

    public static void Changed(GuideDb db, string to, string name, string what, DateTimeOffset now) => Write(
        db, to, "Your account was changed", $"Hello {name},", what, null, "If it was not you, choose a new password at once.", now);

    private static void Write(GuideDb db, string to, string subject, string greeting, string what, string? link, string otherwise, DateTimeOffset now)
    {
        var anchor = link is null ? "" : $"<p><a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(link)}</a></p>";
        db.Mails.Add(new OutgoingMail
        {
            MessageId = Guid.NewGuid(),
            To = to,
            Subject = subject,
            Text = string.Join("\n\n", ((string?[])[greeting, what, link, otherwise]).OfType<string>()) + "\n",
            Html = $"<p>{WebUtility.HtmlEncode(greeting)}</p><p>{WebUtility.HtmlEncode(what)}</p>{anchor}<p>{WebUtility.HtmlEncode(otherwise)}</p>",
            CreatedAt = now,
            NotBefore = now,
        });
    }
}
