namespace LlmGuide.Core.Accounts;

/// <summary>A new password for somebody who has forgotten theirs, by way of their mailbox.</summary>
public sealed class ForgottenPassword(MemberWriting writing, TimeProvider clock)
{
    private static readonly Refusal Stale = Refusal.Rule("This link does not work any more. It may have been used already, or be older than a day. Ask for another.");

    /// <summary>Sends a link to the owner of an address, if there is one. Nobody is told which.</summary>
    public Task AskAsync(string mail, AccountLinks links, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async (db, members) =>
        {
            if (NewMember.MailFault(mail) is null && await members.FindByEmailAsync(mail) is { DisabledAt: null } member)
            {
                var code = await members.GeneratePasswordResetTokenAsync(member);
                AccountMails.Reset(db, member.Email!, member.UserName!, links.Reset(member.Id, code), clock.GetUtcNow());
            }

            return default(Done);
        },
        cancellationToken);

    /// <summary>Sets the password. Every session ends, and wrong tries are forgotten; the mailbox is proof that the address is theirs.</summary>
    public Task<Outcome<Done>> ResetAsync(int memberId, string code, string password, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async (db, members) =>
        {
            if (await members.FindByIdAsync(ConfirmMail.Id(memberId)) is not { } member)
            {
                return Stale;
            }

            if (Passwords.Fault(password, member.UserName, member.Email) is { } fault)
            {
                return Refusal.Rule(fault, "Password");
            }

            member.EmailConfirmed = true;
            if (!(await members.ResetPasswordAsync(member, code, password)).Succeeded)
            {
                return Stale;
            }

            await members.SetLockoutEndDateAsync(member, null);
            await members.ResetAccessFailedCountAsync(member);
            AccountMails.Changed(db, member.Email!, member.UserName!, "the password of your account was changed.", clock.GetUtcNow());
            return default(Done);
        },
        cancellationToken);
}
