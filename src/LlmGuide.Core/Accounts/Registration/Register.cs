using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;

using Microsoft.Extensions.Options;

namespace LlmGuide.Core.Accounts.Registration;

/// <summary>Somebody makes an account for themselves.</summary>
public sealed class Register(
    MemberWriting writing,
    MemberPasswordHasher passwords,
    IOptions<AccountOptions> options,
    AccountMails mails,
    SecurityLog security,
    TimeProvider clock)
{
    /// <summary>The mailbox has had its share of mails: no account is made that nobody could confirm, and nobody is told.</summary>
    private static readonly Refusal NoMail = Refusal.Rule("");

    /// <returns>
    /// The new member, when mail need not be confirmed first; otherwise <c>null</c>, and a mail is on its way. Whether somebody has
    /// the address already cannot be told from the answer.
    /// </returns>
    public async Task<Outcome<Member?>> RunAsync(NewMember wanted, AccountLinks links, CancellationToken cancellationToken)
    {
        var faults = wanted.Faults().ToList();
        var hash = faults.Count == 0 ? passwords.Hash(wanted.Password!) : null;
        int? whose = null;
        var made = await writing.RunAsync<Member?>(
            async (db, members) =>
            {
                var name = await wanted.NameFaultAsync(members);
                if (Refusal.All([name, .. faults]) is { } wrong)
                {
                    return wrong;
                }

                var sent = options.Value.MailIsSent;
                if (sent && await members.FindByEmailAsync(wanted.Mail!) is { } owner)
                {
                    await mails.TakenAsync(db, owner.Email!, owner.UserName!, links.Forgotten, cancellationToken);
                    return (Member?)null;
                }

                // Where no mail is sent, an address proves nothing, and nobody is asked who else has typed it (MemberStore).
                var added = await wanted.AddAsync(members, hash, confirmed: false, Role.None, clock.GetUtcNow());
                if (added.Value is not { } member)
                {
                    return added.Refusal!;
                }

                whose = member.Id;
                if (!sent)
                {
                    return member;
                }

                var code = await members.GenerateEmailConfirmationTokenAsync(member);
                return await mails.ConfirmAsync(
                    db, member.Email!, member.UserName!, links.Confirm(member.Id, code), cancellationToken) ? (Member?)null : NoMail;
            },
            cancellationToken);
        if (whose is not null)
        {
            security.After(made, SecurityEvent.AccountMade, whose);
        }

        return made.Refusal == NoMail ? (Member?)null : made;
    }
}
