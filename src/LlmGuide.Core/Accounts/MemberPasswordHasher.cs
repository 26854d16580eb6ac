using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Core.Accounts;

/// <summary>
/// Hashes passwords in their one normal form (<see cref="Passwords.Normal"/>): keyboards spell the same letter in several ways, and nobody
/// sees which. A hash from before that was made of what was typed; it is good once more, and then made anew.
/// </summary>
internal sealed class MemberPasswordHasher : PasswordHasher<Member>
{
    public override string HashPassword(Member user, string password) => base.HashPassword(user, Passwords.Normal(password));

    public override PasswordVerificationResult VerifyHashedPassword(Member user, string hashedPassword, string providedPassword)
    {
        var normal = Passwords.Normal(providedPassword);
        var found = base.VerifyHashedPassword(user, hashedPassword, normal);
        return found != PasswordVerificationResult.Failed || normal == providedPassword ? found
            : base.VerifyHashedPassword(user, hashedPassword, providedPassword) == PasswordVerificationResult.Failed
                ? PasswordVerificationResult.Failed
                : PasswordVerificationResult.SuccessRehashNeeded;
    }
}
