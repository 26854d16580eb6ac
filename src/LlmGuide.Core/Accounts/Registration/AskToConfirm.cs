using LlmGuide.Core.Accounts.SignIn;

namespace LlmGuide.Core.Accounts.Registration;

/// <summary>
/// Sends the link with which a member confirms their address once more: the first mail is lost or too old, or the site sent none then.
/// </summary>
/// <remarks>
/// It tells nobody who else has the address: if it is somebody else's by now, they get the mail about that, as at a registration.
/// </remarks>
public sealed class AskToConfirm(MemberWriting writing, AccountMails mails, SecurityLog security)
{
    private static readonly Refusal NothingToConfirm = Refusal.NotThere("There is no address to confirm.");
    private static readonly Refusal Enough = Refusal.Rule(
        $"At most {MailAllowance.MostAnHour} emails an hour are sent to one address. Check your spam folder, or try again in an hour.");

    /// <param name="memberId">Somebody who has shown their password.</param>
    /// <returns>The address that a mail is on its way to.</returns>
    public async Task<Outcome<string>> RunAsync(int memberId, AccountLinks links, CancellationToken cancellationToken) =>
        security.After(await writing.RunAsync<string>(
            async (db, members) =>
            {
                if (await members.FindByIdAsync(ConfirmMail.Id(memberId))
                    is not { EmailConfirmed: false, Email: { } mail, DisabledAt: null } member)
                {
                    return NothingToConfirm;
                }

                var sent = await members.FindByEmailAsync(mail) is { } owner
                    ? await mails.TakenAsync(db, owner.Email!, owner.UserName!, links.Forgotten, cancellationToken)
                    : await mails.ConfirmAsync(
                        db, mail, member.UserName!, links.Confirm(member.Id, await members.GenerateEmailConfirmationTokenAsync(member)),
                        cancellationToken);
                return sent ? mail : Enough;
            },
            cancellationToken), SecurityEvent.ConfirmationAsked, memberId);
}
