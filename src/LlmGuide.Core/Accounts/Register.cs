using LlmGuide.Core.Members;

using Microsoft.Extensions.Options;

namespace LlmGuide.Core.Accounts;

/// <summary>Somebody makes an account for themselves.</summary>
public sealed class Register(MemberWriting writing, IOptions<AccountOptions> options, TimeProvider clock)
{
    /// <param name="wanted">As typed.</param>
    /// <param name="links">Where the mails lead to.</param>
    /// <param name="cancellationToken">Ends the registration.</param>
    /// <returns>
    /// The new member, when mail need not be confirmed first; otherwise <c>null</c>, and a mail is on its way. Whether somebody has
    /// the address already cannot be told from the answer.
    /// </returns>
    public async Task<Outcome<Member?>> RunAsync(NewMember wanted, AccountLinks links, CancellationToken cancellationToken)
    {
        if (wanted.Fault() is { } fault)
        {
            return fault;
        }

        var hash = Passwords.Hash(wanted.Password!);
        var now = clock.GetUtcNow();
        return await writing.RunAsync<Member?>(
            async (db, members) =>
            {
                var owner = await members.FindByEmailAsync(wanted.Mail!);
                var sent = options.Value.MailIsSent;
                if (sent && owner is not null)
                {
                    if (await members.FindByNameAsync(wanted.Name) is not null)
                    {
                        return Refusal.Rule("Somebody has this name already.", nameof(NewMember.Name));
                    }

                    AccountMails.Taken(db, owner.Email!, owner.UserName!, links.Forgotten, now);
                    return (Member?)null;
                }

                // Where no mail is sent, an address proves nothing. Who comes second gets an account without one, and is not told.
                var made = await (owner is null ? wanted : wanted with { Mail = null }).AddAsync(members, hash, confirmed: false, Role.None, now);
                if (made.Value is not { } member)
                {
                    return made.Refusal!;
                }

                if (!sent)
                {
                    return member;
                }

                var code = await members.GenerateEmailConfirmationTokenAsync(member);
                AccountMails.Confirm(db, member.Email!, member.UserName!, links.Confirm(member.Id, code), now);
                return (Member?)null;
            },
            cancellationToken);
    }
}
