using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Accounts.Own;

/// <summary>Members change their password, or set the first one when they sign in elsewhere. Every other session ends.</summary>
public sealed class ChangePassword(MemberWriting writing, OwnPassword own, AccountMails mails, SecurityLog security)
{
    public async Task<Outcome<Done>> RunAsync(Actor by, string? current, string password, CancellationToken cancellationToken) =>
        security.After(await ChangeAsync(by, current, password, cancellationToken), SecurityEvent.PasswordChanged, by.Id);

    private async Task<Outcome<Done>> ChangeAsync(Actor by, string? current, string password, CancellationToken cancellationToken) =>
        await FaultAsync(by, current, password, cancellationToken) is { } wrong ? wrong : await writing.RunAsync<Done>(
            async (db, members) =>
            {
                if (await members.FindByIdAsync(ConfirmMail.Id(by.Id)) is not { } member)
                {
                    return OwnAccount.Gone;
                }

                if (Passwords.Fault(password, member.UserName, member.Email) is { } weak)
                {
                    return Refusal.Rule(weak, "Password");
                }

                var changed = member.PasswordHash is null
                    ? await members.AddPasswordAsync(member, password)
                    : await members.ChangePasswordAsync(member, current!, password);
                if (changed.Succeeded && member.Email is { } mail)
                {
                    mails.Changed(db, mail, member.UserName!, "the password of your account was changed.");
                }

                return OwnAccount.Answer(changed, "Password");
            },
            cancellationToken);

    private async Task<Refusal?> FaultAsync(Actor by, string? current, string password, CancellationToken cancellationToken) =>
        Refusal.All(
            await own.FaultAsync(by, current, cancellationToken),
            Passwords.Fault(password, by.Name, null) is { } weak ? Refusal.Rule(weak, "Password") : null);
}
