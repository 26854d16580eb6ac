using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Own;

/// <summary>
/// Whether it is really the member, and not somebody at their desk: asked before an account is changed. Asked before the write itself,
/// since a write that refuses keeps nothing, and so would not count the guess.
/// </summary>
public sealed class OwnPassword(
    IDbContextFactory<GuideDb> databases, MemberPasswordHasher passwords, SignInTries tries, SecurityLog security)
{
    private static readonly Refusal Wrong = Refusal.Rule(
        "This is not your password. After five wrong tries in a row, none is accepted for five minutes.", "Current");

    /// <param name="password">As typed; not looked at where the account has none.</param>
    /// <returns><c>null</c> when it is them.</returns>
    public async Task<Refusal?> FaultAsync(Actor by, string? password, CancellationToken cancellationToken)
    {
        if (await HashAsync(by.Id, cancellationToken) is not { } hash)
        {
            return null;
        }

        if (password is not { Length: > 0 and <= Passwords.MaxLength }
            || await tries.TakeAsync(by.Id, cancellationToken) is not { } taken || !passwords.Verify(hash, password))
        {
            security.Write(SecurityEvent.PasswordRefused, by.Id);
            return Wrong;
        }

        await tries.GiveBackAsync(taken, cancellationToken);
        return null;
    }

    private async Task<string?> HashAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Members.Where(m => m.Id == memberId).Select(m => m.PasswordHash).SingleOrDefaultAsync(cancellationToken);
    }
}
