using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Core.Accounts.Own;

/// <summary>The authenticator app of a member, and the recovery codes for when it is out of reach.</summary>
public sealed class SecondFactor(MemberWriting writing, OwnPassword own, SecurityLog security)
{
    private const int Codes = 10;

    // Where Identity's own store looks for the key (UserStoreBase).
    private const string InternalProvider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";

    private static readonly Refusal WrongCode = Refusal.Rule(
        "This code does not work. Wait for the next one, and check that the phone’s clock is right.", "Code");

    /// <returns>How it stands; with a key to set it up with, when it is not in use.</returns>
    public Task<Outcome<SecondFactorState>> LookAsync(Actor by, CancellationToken cancellationToken) => WithAsync<SecondFactorState>(
        by,
        async (members, member) =>
        {
            if (member.TwoFactorEnabled)
            {
                return new SecondFactorState(true, await members.CountRecoveryCodesAsync(member), null, member.PasswordHash is not null);
            }

            var key = await members.GetAuthenticatorKeyAsync(member);
            if (string.IsNullOrEmpty(key))
            {
                // Not ResetAuthenticatorKeyAsync: it ends every session, and a key that is not in use yet guards nothing.
                key = members.GenerateNewAuthenticatorKey();
                await members.SetAuthenticationTokenAsync(member, InternalProvider, KeyName, key);
            }

            return new SecondFactorState(false, 0, key, member.PasswordHash is not null);
        },
        cancellationToken);

    /// <returns>The recovery codes. All that is wrong is said at once: the key was shown to whoever types the code.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> TurnOnAsync(
        Actor by, string code, string? password, CancellationToken cancellationToken)
    {
        var fault = await own.FaultAsync(by, password, cancellationToken);
        return security.After(
            await WithAsync<IReadOnlyList<string>>(
                by,
                async (members, member) =>
                {
                    var works = await members.VerifyTwoFactorTokenAsync(
                        member, members.Options.Tokens.AuthenticatorTokenProvider, TypedCode.Of(code));
                    if (Refusal.All(works ? null : WrongCode, fault) is { } wrong)
                    {
                        return wrong;
                    }

                    await members.SetTwoFactorEnabledAsync(member, true);
                    return await CodesAsync(members, member);
                },
                cancellationToken),
            SecurityEvent.SecondFactorOn, by.Id);
    }

    /// <returns>The recovery codes; those there were no longer work.</returns>
    public Task<Outcome<IReadOnlyList<string>>> NewCodesAsync(
        Actor by, string? password, CancellationToken cancellationToken) => WithPasswordAsync(
            by, SecurityEvent.RecoveryCodesMade, password, CodesAsync, cancellationToken);

    public Task<Outcome<Done>> TurnOffAsync(Actor by, string? password, CancellationToken cancellationToken) => WithPasswordAsync<Done>(
        by,
        SecurityEvent.SecondFactorOff,
        password,
        async (members, member) =>
        {
            await members.SetTwoFactorEnabledAsync(member, false);
            await members.ResetAuthenticatorKeyAsync(member);
            return default(Done);
        },
        cancellationToken);

    private async Task<Outcome<T>> WithPasswordAsync<T>(
        Actor by, SecurityEvent happened, string? password,
        Func<UserManager<Member>, Member, Task<Outcome<T>>> act, CancellationToken cancellationToken) =>
        await own.FaultAsync(by, password, cancellationToken) is { } fault ? fault
            : security.After(await WithAsync(by, act, cancellationToken), happened, by.Id);

    private Task<Outcome<T>> WithAsync<T>(
        Actor by, Func<UserManager<Member>, Member, Task<Outcome<T>>> act, CancellationToken cancellationToken) => writing.RunAsync<T>(
            async (_, members) =>
                await members.FindByIdAsync(ConfirmMail.Id(by.Id)) is { } member ? await act(members, member) : OwnAccount.Gone,
            cancellationToken);

    private static async Task<Outcome<IReadOnlyList<string>>> CodesAsync(UserManager<Member> members, Member member) =>
        (await members.GenerateNewTwoFactorRecoveryCodesAsync(member, Codes))!.ToList();
}

/// <param name="CodesLeft">How many recovery codes were not used yet.</param>
/// <param name="Key">To set an app up with; <c>null</c> once it is in use.</param>
public sealed record SecondFactorState(bool On, int CodesLeft, string? Key, bool HasPassword);
