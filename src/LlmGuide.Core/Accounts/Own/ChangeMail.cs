using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;

using Microsoft.Extensions.Options;

namespace LlmGuide.Core.Accounts.Own;

/// <summary>
/// Members get another address. Where mail is sent, the new one is asked first whether it is theirs; where none is, it is only what they
/// say, and so needs to be nobody else's.
/// </summary>
public sealed class ChangeMail(
    MemberWriting writing, OwnPassword own, IOptions<AccountOptions> options, AccountMails mails, SecurityLog security)
{
    /// <returns>Whether a mail is on its way. It says so for an address that somebody else has, too.</returns>
    public async Task<Outcome<bool>> RunAsync(
        Actor by, string mail, string? password, AccountLinks links, CancellationToken cancellationToken)
    {
        var faults = Refusal.All(
            NewMember.MailFault(mail) is { } fault ? Refusal.Rule(fault, "Mail") : null,
            await own.FaultAsync(by, password, cancellationToken));
        return faults is { } wrong ? wrong : security.After(await writing.RunAsync<bool>(
            async (db, members) =>
            {
                if (await members.FindByIdAsync(ConfirmMail.Id(by.Id)) is not { } member)
                {
                    return OwnAccount.Gone;
                }

                if (!options.Value.MailIsSent)
                {
                    return await members.SetEmailAsync(member, mail) is { Succeeded: false } refused ? refused.Refused("Mail") : false;
                }

                var owner = await members.FindByEmailAsync(mail);
                if (owner is null)
                {
                    var code = await members.GenerateChangeEmailTokenAsync(member, mail);
                    await mails.NewAddressAsync(db, mail, member.UserName!, links.NewAddress(member.Id, mail, code), cancellationToken);
                }
                else if (owner.Id != member.Id)
                {
                    await mails.TakenAsync(db, mail, owner.UserName!, links.Forgotten, cancellationToken);
                }

                if (member.Email is { } old)
                {
                    mails.AddressLeaves(db, old, member.UserName!);
                }

                return true;
            },
            cancellationToken), SecurityEvent.AddressChangeAsked, by.Id);
    }
}
