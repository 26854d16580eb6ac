using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Core.Accounts;

/// <summary>What a password must be, and the work of hashing one, which is done whether or not there is an account.</summary>
public static class Passwords
{
    public const int MinLength = 10;

    /// <summary>Hashing a longer one would be a way to keep the server busy.</summary>
    public const int MaxLength = 200;

    private static readonly PasswordHasher<Member> Hasher = new();
    private static readonly Member Nobody = new();
    private static readonly string NobodysHash = Hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>Takes as long as looking at a real password does.</summary>
    public static void VerifyInVain(string password) => Hasher.VerifyHashedPassword(Nobody, NobodysHash, password);

    public static bool Verify(string hash, string password) =>
        Hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    /// <returns>What is wrong with a new password, or <c>null</c>.</returns>
    public static string? Fault(string password, string? name, string? mail) =>
        password.Length < MinLength ? $"Use at least {MinLength} characters. Length is what counts: a few words are enough."
        : password.Length > MaxLength ? $"Use at most {MaxLength} characters."
        : CommonPasswords.Has(password)
            ? "Many people use this password, or one like it, so it is guessed first. "
                + "Choose another: a few unrelated words are enough."
        : Same(password, name) || Same(password, mail) || password.Distinct().Count() < 3
            ? "This is easy to guess from your account. Choose something unrelated to it."
        : null;

    private static bool Same(string password, string? other) => string.Equals(password, other, StringComparison.OrdinalIgnoreCase);
}
