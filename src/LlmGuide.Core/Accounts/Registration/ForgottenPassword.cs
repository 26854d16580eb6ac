using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Registration;

/// <summary>A new password for somebody who has forgotten theirs, by way of their mailbox.</summary>
public sealed class ForgottenPassword(MemberWriting writing, AccountMails mails, SecurityLog security)
{
    /// <summary>So many accounts may have said that an address is theirs, and get a link each.</summary>
    private const int MostAccounts = 3;

    private static readonly Refusal Stale = Refusal.Rule(
        "This link no longer works. It may have been used already, or have expired. Ask for another.");

    /// <summary>Sends a link to the owner of an address, if there is one. Nobody is told which.</summary>
    public Task AskAsync(string mail, AccountLinks links, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async (db, members) =>
        {
            foreach (var member in NewMember.MailFault(mail) is null ? await OfAsync(db, members, mail, cancellationToken) : [])
            {
                var code = await members.GeneratePasswordResetTokenAsync(member);
                await mails.ResetAsync(db, member.Email!, member.UserName!, links.Reset(member.Id, code), cancellationToken);
            }

            return default(Done);
        },
        cancellationToken);

    /// <summary>
    /// Sets the password. Every session ends, and wrong tries are forgotten; the mailbox is proof that the address is theirs.
    /// </summary>
    public async Task<Outcome<Done>> ResetAsync(int memberId, string code, string password, CancellationToken cancellationToken)
    {
        var done = await SetAsync(memberId, code, password, cancellationToken);
        return security.After(
            done, SecurityEvent.PasswordReset, memberId, refused: done.Refusal == Stale ? SecurityEvent.TokenRefused : null);
    }

    private Task<Outcome<Done>> SetAsync(int memberId, string code, string password, CancellationToken cancellationToken) =>
        writing.RunAsync<Done>(
            async (db, members) =>
            {
                if (await members.FindByIdAsync(ConfirmMail.Id(memberId)) is not { } member)
                {
                    return Stale;
                }

                // Before the password is looked at: it is compared with the name and the address, which are nobody else's business.
                if (!await members.VerifyUserTokenAsync(
                    member, members.Options.Tokens.PasswordResetTokenProvider, UserManager<Member>.ResetPasswordTokenPurpose, code))
                {
                    return Stale;
                }

                if (Passwords.Fault(password, member.UserName, member.Email) is { } fault)
                {
                    return Refusal.Rule(fault, "Password");
                }

                member.EmailConfirmed |= await members.FindByEmailAsync(member.Email!) is null;
                if (!(await members.ResetPasswordAsync(member, code, password)).Succeeded)
                {
                    return Stale;
                }

                await SignInTries.ForgetAsync(db, memberId, cancellationToken);
                mails.Changed(db, member.Email!, member.UserName!, "the password of your account was changed.");
                return default(Done);
            },
            cancellationToken);

    /// <summary>
    /// Whose address it is; where nobody has shown that it is theirs, those who say so. Each mail says which account it is about.
    /// </summary>
    private static async Task<IReadOnlyList<Member>> OfAsync(
        GuideDb db, UserManager<Member> members, string mail, CancellationToken cancellationToken)
    {
        if (await members.FindByEmailAsync(mail) is { } owner)
        {
            return owner.DisabledAt is null ? [owner] : [];
        }

        var wanted = mail.ToLowerInvariant();
        return await db.Members.Where(m => m.Email!.ToLower() == wanted && m.DisabledAt == null)
            .OrderByDescending(m => m.Id).Take(MostAccounts).ToListAsync(cancellationToken);
    }
}
