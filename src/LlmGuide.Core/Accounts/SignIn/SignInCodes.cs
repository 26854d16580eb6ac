using System.Globalization;

using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Data;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.SignIn;

/// <summary>The codes of the second step of signing in. Each is good once, whoever sends it at the same moment.</summary>
public sealed class SignInCodes(MemberWriting writing, TimeProvider clock)
{
    /// <summary>
    /// The tokens of a member that are codes of the app which were used: under this provider, with the code as their name.
    /// </summary>
    private const string Used = "[GuideUsedCode]";

    /// <summary>Longer than Identity takes a code of the app for good: two steps of half a minute before and after its own.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private static readonly Refusal Wrong = Refusal.Rule("This code does not work.");

    /// <summary>Takes a code of the authenticator app (RFC 6238, 5.2: it must not be taken twice), or a recovery code.</summary>
    /// <returns>Whether it was one; then it is none any more.</returns>
    public async Task<bool> TakeAsync(int memberId, string code, CancellationToken cancellationToken)
    {
        var plain = TypedCode.Of(code);
        var taken = await writing.RunAsync<Done>(
            async (db, members) =>
            {
                if (await members.FindByIdAsync(ConfirmMail.Id(memberId)) is not { TwoFactorEnabled: true } member)
                {
                    return Wrong;
                }

                var right = TypedCode.IsOfApp(plain)
                    ? await members.VerifyTwoFactorTokenAsync(member, members.Options.Tokens.AuthenticatorTokenProvider, plain)
                        && await UseAsync(db, memberId, plain, cancellationToken)
                    : (await members.RedeemTwoFactorRecoveryCodeAsync(member, plain)).Succeeded;
                return right ? default(Done) : Wrong;
            },
            cancellationToken);
        return taken.Refusal is null;
    }

    /// <summary>The key of the table is member, provider and name: of two who write the same, one runs once more and finds it.</summary>
    private async Task<bool> UseAsync(GuideDb db, int memberId, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var tokens = db.Set<IdentityUserToken<int>>();

        // Not paged: somebody signs in a few times in five minutes.
        var used = await tokens.Where(t => t.UserId == memberId && t.LoginProvider == Used).AsNoTracking().ToListAsync(cancellationToken);
        var old = used.FindAll(t => DateTimeOffset.Parse(t.Value!, CultureInfo.InvariantCulture) < now - Remembered);
        if (used.Except(old).Any(t => t.Name == code))
        {
            return false;
        }

        var names = old.ConvertAll(t => t.Name);
        await tokens.Where(t => t.UserId == memberId && t.LoginProvider == Used && names.Contains(t.Name))
            .ExecuteDeleteAsync(cancellationToken);
        tokens.Add(new IdentityUserToken<int>
        {
            UserId = memberId,
            LoginProvider = Used,
            Name = code,
            Value = now.ToString("O", CultureInfo.InvariantCulture),
        });
        return true;
    }
}
