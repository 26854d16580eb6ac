using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;

namespace LlmGuide.Core.Accounts;

/// <summary>The mails about an account: what they say, and the row that gets them sent.</summary>
/// <remarks>Those that a stranger can cause come out of the mailbox's allowance; those that warn the member of an account do not.</remarks>
public sealed class AccountMails(MailAllowance allowance, MailRenderer renderer, SecurityLog security, TimeProvider clock)
{
    /// <returns>Whether it is on its way.</returns>
    internal Task<bool> ConfirmAsync(GuideDb db, string to, string name, string link, CancellationToken cancellationToken) => AllowedAsync(
        db, to, Letter(
            "Confirm your address", name,
            "somebody, hopefully you, made an account with this address. Confirm within a day that it is yours:", link,
            "If it was not you, do nothing: without this step nobody can sign in to it."), cancellationToken);

    /// <returns>Whether it is on its way.</returns>
    internal Task<bool> TakenAsync(GuideDb db, string to, string name, string link, CancellationToken cancellationToken) => AllowedAsync(
        db, to, Letter(
            "You have an account already", name,
            "somebody, hopefully you, tried to make an account with this address. There is one already; "
            + $"its name is {name}. If you have forgotten the password, choose another:", link,
            "If it was not you, do nothing: nothing was changed."), cancellationToken);

    /// <returns>Whether it is on its way.</returns>
    internal Task<bool> ResetAsync(GuideDb db, string to, string name, string link, CancellationToken cancellationToken) => AllowedAsync(
        db, to, Letter(
            "Choose a new password", name,
            "somebody, hopefully you, asked for a new password. Choose it here, within an hour:", link,
            "If it was not you, do nothing: the old password stays."), cancellationToken);

    /// <returns>Whether it is on its way.</returns>
    internal Task<bool> NewAddressAsync(
        GuideDb db, string to, string name, string link, CancellationToken cancellationToken) => AllowedAsync(
            db, to, Letter(
                "Confirm your new address", name,
                "this is to become the email address of your account. Confirm it within an hour:", link,
                "If you did not ask for it, do nothing: nothing is changed."), cancellationToken);

    internal void AddressLeaves(GuideDb db, string to, string name) => Write(
        db, Guid.NewGuid(), to, Letter(
            "Your address is about to change", name,
            "your account is about to get another email address; an email to the new address asks to confirm it.", null,
            "If it was not you, somebody knows your password: sign in and change it."));

    internal void Changed(GuideDb db, string to, string name, string what) => Write(
        db, Guid.NewGuid(), to, Letter(
            "Your account was changed", name, what, null, "If it was not you, choose a new password at once."));

    private static MailTemplate Letter(string subject, string name, string what, string? link, string fallback) => new(
        subject, name, [new LetterPart(what, "Open this page", link), new LetterPart(fallback)],
        "You get this since it is about your account.");

    private async Task<bool> AllowedAsync(GuideDb db, string to, MailTemplate letter, CancellationToken cancellationToken)
    {
        if (await allowance.TakeAsync(db, to, cancellationToken) is not { } id)
        {
            security.Write(SecurityEvent.MailWithheld);
            return false;
        }

        Write(db, id, to, letter);
        return true;
    }

    private void Write(GuideDb db, Guid id, string to, MailTemplate letter) =>
        db.Mails.Add(OutgoingMail.For(to, renderer.Write(letter), clock.GetUtcNow(), id));
}
