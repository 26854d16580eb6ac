using System.Security.Claims;

using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.SignIn;
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
    MemberPasswordHasher passwords,
    SignInTries tries,
    SignInCodes codes,
    SecurityLog security,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Member> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Member>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Member> confirmation) : SignInManager<Member>(members, http, claims, options, log, schemes, confirmation)
{
    /// <param name="who">A name or an address.</param>
    /// <param name="persistent">Whether the cookie is to outlive the browser.</param>
    public async Task<SignInResult> WithPasswordAsync(string who, string password, bool persistent)
    {
        if (password.Length <= Passwords.MaxLength && await FindAsync(who) is { PasswordHash: not null } member)
        {
            return await PasswordSignInAsync(member, password, persistent, lockoutOnFailure: true);
        }

        passwords.VerifyInVain(password.Length <= Passwords.MaxLength ? password : "");
        return Refused(SecurityEvent.SignInFailed, null, SignInResult.Failed);
    }

    public override async Task<SignInResult> CheckPasswordSignInAsync(Member user, string password, bool lockoutOnFailure)
    {
        if (await tries.TakeAsync(user.Id, Context.RequestAborted) is not { } taken)
        {
            passwords.VerifyInVain(password);
            return Refused(SecurityEvent.AccountLocked, user.Id, SignInResult.LockedOut);
        }

        if (!await UserManager.CheckPasswordAsync(user, password))
        {
            return Refused(taken.Last ? SecurityEvent.AccountLocked : SecurityEvent.SignInFailed, user.Id, SignInResult.Failed);
        }

        var may = await CanSignInAsync(user);
        if (may && !await IsTwoFactorEnabledAsync(user))
        {
            await tries.ForgetAsync(user.Id, Context.RequestAborted);
        }
        else
        {
            // With a second factor to come, the count goes on: it guards the code as well.
            await tries.GiveBackAsync(taken, Context.RequestAborted);
        }

        return may ? SignInResult.Success : Refused(SecurityEvent.SignInNotAllowed, user.Id, SignInResult.NotAllowed);
    }

    /// <summary>Every way of signing in ends here.</summary>
    public override async Task SignInWithClaimsAsync(
        Member user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
        security.Write(SecurityEvent.SignedIn, user.Id, where: Network);
    }

    /// <summary>Who came from another site without an address has none to confirm.</summary>
    public override async Task<bool> CanSignInAsync(Member user) =>
        user.DisabledAt is null && (user.Email is null || await base.CanSignInAsync(user));

    /// <summary>The second step: a code of the authenticator app, or a recovery code.</summary>
    public async Task<SignInResult> WithCodeAsync(string code, bool persistent)
    {
        // The framework's own counts after it has looked, and a recovery code not at all.
        if (await GetTwoFactorAuthenticationUserAsync() is not { } member)
        {
            return SignInResult.Failed;
        }

        if (await tries.TakeAsync(member.Id, Context.RequestAborted) is null
            || !await codes.TakeAsync(member.Id, code, Context.RequestAborted)
            || !await CanSignInAsync(member))
        {
            return Refused(SecurityEvent.CodeFailed, member.Id, SignInResult.Failed);
        }

        await tries.ForgetAsync(member.Id, Context.RequestAborted);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await Context.SignOutAsync(IdentityConstants.ExternalScheme);
        await SignInAsync(member, persistent);
        return SignInResult.Success;
    }

    /// <remarks>Where nobody has asked this browser for a passkey, the framework takes it for our mistake, and throws.</remarks>
    public override async Task<PasskeyAttestationResult> PerformPasskeyAttestationAsync(string credentialJson)
    {
        try
        {
            return credentialJson.Length == 0 ? NoPasskey("Nothing was sent.") : await base.PerformPasskeyAttestationAsync(credentialJson);
        }
        catch (InvalidOperationException unasked)
        {
            return NoPasskey(unasked.Message);
        }
    }

    /// <remarks>As <see cref="PerformPasskeyAttestationAsync"/>.</remarks>
    public override async Task<SignInResult> PasskeySignInAsync(string credentialJson)
    {
        try
        {
            return credentialJson.Length == 0 ? SignInResult.Failed : await base.PasskeySignInAsync(credentialJson);
        }
        catch (InvalidOperationException)
        {
            return SignInResult.Failed;
        }
    }

    private static PasskeyAttestationResult NoPasskey(string why) => PasskeyAttestationResult.Fail(new PasskeyException(why));

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

    private string? Network => Context.Connection.RemoteIpAddress?.ToString();

    private SignInResult Refused(SecurityEvent why, int? member, SignInResult answer)
    {
        security.Write(why, member, where: Network);
        return answer;
    }

    public Task<Member?> FindAsync(string who) =>
        who.Contains('@', StringComparison.Ordinal) ? UserManager.FindByEmailAsync(who) : UserManager.FindByNameAsync(who);
}
