using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Core.Accounts;

/// <summary>What members change about their own account.</summary>
public sealed class OwnAccount(MemberWriting writing, IPageCache pages, IOptions<AccountOptions> options, TimeProvider clock)
{
    public const int LongestAbout = 300;

    private static readonly Refusal Gone = Refusal.NotThere("This account is not there any more.");

    public async Task<Outcome<Done>> DescribeAsync(Actor by, string about, MailRhythm rhythm, CancellationToken cancellationToken)
    {
        if (about.Length > LongestAbout)
        {
            return Refusal.Rule($"Use at most {LongestAbout} characters.", "About");
        }

        var done = await WithAsync(by, async (members, member) =>
        {
            member.About = about;
            member.MailRhythm = rhythm;
            return Answer(await members.UpdateAsync(member));
        }, cancellationToken);
        await pages.EvictAsync([ChangeRoles.PageTag(by.Name)], cancellationToken);
        return done;
    }

    /// <summary>Changes the password, or sets the first one of somebody who signs in elsewhere. Every other session ends.</summary>
    public Task<Outcome<Done>> ChangePasswordAsync(Actor by, string? current, string password, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async (db, members) =>
        {
            if (await members.FindByIdAsync(ConfirmMail.Id(by.Id)) is not { } member)
            {
                return Gone;
            }

            if (await FaultAsync(members, member, current) is { } fault)
            {
                return fault;
            }

            if (Passwords.Fault(password, member.UserName, member.Email) is { } weak)
            {
                return Refusal.Rule(weak, "Password");
            }

            var changed = member.PasswordHash is null ? await members.AddPasswordAsync(member, password) : await members.ChangePasswordAsync(member, current!, password);
            if (changed.Succeeded && member.Email is { } mail)
            {
                AccountMails.Changed(db, mail, member.UserName!, "the password of your account was changed.", clock.GetUtcNow());
            }

            return Answer(changed, "Password");
        },
        cancellationToken);

    /// <summary>Asks the new address whether it is theirs; where no mail is sent, changes it at once.</summary>
    /// <returns>Whether a mail is on its way. It says so for an address that somebody else has, too.</returns>
    public Task<Outcome<bool>> ChangeMailAsync(Actor by, string mail, string? password, AccountLinks links, CancellationToken cancellationToken) => writing.RunAsync<bool>(
        async (db, members) =>
        {
            if (await members.FindByIdAsync(ConfirmMail.Id(by.Id)) is not { } member)
            {
                return Gone;
            }

            if (NewMember.MailFault(mail) is { } fault)
            {
                return Refusal.Rule(fault, "Mail");
            }

            if (await FaultAsync(members, member, password) is { } wrong)
            {
                return wrong;
            }

            var owner = await members.FindByEmailAsync(mail);
            if (!options.Value.MailIsSent)
            {
                return owner is not null && owner.Id != member.Id ? Refusal.Rule("This address cannot be used.", "Mail")
                    : (await members.SetEmailAsync(member, mail)) is { Succeeded: false } refused ? refused.Refused("Mail")
                    : false;
            }

            var now = clock.GetUtcNow();
            if (owner is null)
            {
                AccountMails.NewAddress(db, mail, member.UserName!, links.NewAddress(member.Id, mail, await members.GenerateChangeEmailTokenAsync(member, mail)), now);
            }
            else if (owner.Id != member.Id)
            {
                AccountMails.Taken(db, mail, owner.UserName!, links.Forgotten, now);
            }

            if (member.Email is { } old)
            {
                AccountMails.AddressLeaves(db, old, member.UserName!, now);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Something that only Identity changes: a second factor, a passkey, another way to sign in.</summary>
    public Task<Outcome<Done>> WithAsync(Actor by, Func<UserManager<Member>, Member, Task<Outcome<Done>>> change, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async (_, members) => await members.FindByIdAsync(ConfirmMail.Id(by.Id)) is { } member ? await change(members, member) : Gone,
        cancellationToken);

    /// <summary>Whether what was typed shows that it is really them, and not somebody at their desk.</summary>
    internal static async Task<Refusal?> FaultAsync(UserManager<Member> members, Member member, string? password) =>
        member.PasswordHash is null || (password is { Length: > 0 and <= Passwords.MaxLength } && await members.CheckPasswordAsync(member, password))
            ? null
            : Refusal.Rule("This is not your password.", "Current");

    private static Outcome<Done> Answer(IdentityResult result, string? field = null) => result.Succeeded ? default(Done) : result.Refused(field);
}
