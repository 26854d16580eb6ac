using LlmGuide.Core.Accounts.SignIn;

namespace LlmGuide.Core.Accounts.Registration;

/// <summary>A member shows that an address is theirs, with the code of a mail to it.</summary>
public sealed class ConfirmMail(MemberWriting writing, SecurityLog security)
{
    private static readonly Refusal Stale = Refusal.Rule("This link no longer works. It may have been used already, or have expired.");

    /// <summary>The address that the account was made with.</summary>
    public async Task<Outcome<Done>> FirstAsync(int memberId, string code, CancellationToken cancellationToken) =>
        security.After(await writing.RunAsync<Done>(
            async (_, members) => await members.FindByIdAsync(Id(memberId)) is { EmailConfirmed: false, Email: { } mail } member
                && await members.FindByEmailAsync(mail) is null && (await members.ConfirmEmailAsync(member, code)).Succeeded
                    ? default(Done)
                    : Stale,
            cancellationToken), SecurityEvent.AddressConfirmed, memberId, refused: SecurityEvent.TokenRefused);

    /// <summary>The address that the account is to get.</summary>
    public async Task<Outcome<Done>> NextAsync(int memberId, string mail, string code, CancellationToken cancellationToken) =>
        security.After(await writing.RunAsync<Done>(
            async (_, members) =>
            {
                if (await members.FindByIdAsync(Id(memberId)) is not { } member)
                {
                    return Stale;
                }

                // Whoever has it by now showed that it is theirs, too: the mailbox decides, and it is this one's first.
                return await members.FindByEmailAsync(mail) is null && (await members.ChangeEmailAsync(member, mail, code)).Succeeded
                    ? default(Done) : Stale;
            },
            cancellationToken), SecurityEvent.AddressChanged, memberId, refused: SecurityEvent.TokenRefused);

    internal static string Id(int memberId) => memberId.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
