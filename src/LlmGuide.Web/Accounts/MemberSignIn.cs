using LlmGuide.Core.Accounts;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts;

/// <summary>
/// Sign-in that gives nothing away: the framework's own says that an account is locked or not confirmed before it has looked at the
/// password, and so tells strangers that there is one.
/// </summary>
internal sealed class MemberSignIn(
    UserManager<Member> members,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Member> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Member>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Member> confirmation) : SignInManager<Member>(members, http, claims, options, log, schemes, confirmation)
{
    private const int AppCodeLength = 6;

    /// <param name="who">A name or an address.</param>
    /// <param name="password">As typed.</param>
    /// <param name="persistent">Whether the cookie is to outlive the browser.</param>
    public async Task<SignInResult> WithPasswordAsync(string who, string password, bool persistent)
    {
        if (password.Length <= Passwords.MaxLength && await FindAsync(who) is { PasswordHash: not null } member)
        {
            return await PasswordSignInAsync(member, password, persistent, lockoutOnFailure: true);
        }

        Passwords.VerifyInVain(password.Length <= Passwords.MaxLength ? password : "");
        return SignInResult.Failed;
    }

    public override async Task<SignInResult> CheckPasswordSignInAsync(Member user, string password, bool lockoutOnFailure)
    {
        var right = await UserManager.CheckPasswordAsync(user, password);
        if (await UserManager.IsLockedOutAsync(user))
        {
            return SignInResult.LockedOut;
        }

        if (!right)
        {
            await UserManager.AccessFailedAsync(user);
            return SignInResult.Failed;
        }

        if (!await CanSignInAsync(user))
        {
            return SignInResult.NotAllowed;
        }

        // With a second factor to come, the count goes on: it guards the code as well.
        if (!await IsTwoFactorEnabledAsync(user))
        {
            await ResetLockout(user);
        }

        return SignInResult.Success;
    }

    /// <summary>Who came from another site without an address has none to confirm.</summary>
    public override async Task<bool> CanSignInAsync(Member user) => user.DisabledAt is null && (user.Email is null || await base.CanSignInAsync(user));

    /// <summary>The second step: a code of the authenticator app, or a recovery code.</summary>
    public Task<SignInResult> WithCodeAsync(string code, bool persistent)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        return plain.Length == AppCodeLength && plain.All(char.IsAsciiDigit)
            ? TwoFactorAuthenticatorSignInAsync(plain, persistent, rememberClient: false)
            : TwoFactorRecoveryCodeSignInAsync(plain);
    }

    public async Task<IList<UserPasskeyInfo>> PasskeysAsync(Actor self) =>
        await UserManager.FindByNameAsync(self.Name) is { } member ? await UserManager.GetPasskeysAsync(member) : [];

    /// <summary>Keeps this browser signed in after a change that ends every session.</summary>
    public async Task StayAsync(Actor self)
    {
        if (await UserManager.FindByNameAsync(self.Name) is { } member)
        {
            await RefreshSignInAsync(member);
        }
    }

    public Task<Member?> FindAsync(string who) => who.Contains('@', StringComparison.Ordinal) ? UserManager.FindByEmailAsync(who) : UserManager.FindByNameAsync(who);
}
