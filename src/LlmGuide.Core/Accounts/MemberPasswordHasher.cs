using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Core.Accounts;

/// <summary>
/// Hashes passwords in their one normal form (<see cref="Passwords.Normal"/>): keyboards spell the same letter in several ways, and nobody
/// sees which. A hash from before that was made of what was typed; it is good once more, and then made anew.
/// </summary>
public sealed class MemberPasswordHasher : PasswordHasher<Member>
{
    private static readonly Member Nobody = new();

    private readonly string _nobodysHash;

    public MemberPasswordHasher(IOptions<PasswordHasherOptions> options) : base(options) => _nobodysHash = Hash(Guid.NewGuid().ToString());

    public string Hash(string password) => HashPassword(Nobody, password);

    public bool Verify(string hash, string password) =>
        VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Where there is no account: takes as long as looking at a real password does.</summary>
    public void VerifyInVain(string password) => Verify(_nobodysHash, password);

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
