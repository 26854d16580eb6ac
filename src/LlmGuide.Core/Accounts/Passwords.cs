using System.Text;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Accounts;

/// <summary>What a password must be.</summary>
public static class Passwords
{
    public const int MinLength = 10;

    /// <summary>Hashing a longer one would be a way to keep the server busy.</summary>
    public const int MaxLength = 200;

    /// <summary>What everybody knows who guesses here.</summary>
    private const string Guide = "LlmGuide";

    /// <summary>
    /// The form in which passwords are compared (NIST SP 800-63B, 5.1.1.2: NFKC): "é" is one letter or a letter and an accent, and "ｘ" is
    /// "x", depending on the keyboard.
    /// </summary>
    internal static string Normal(string password) => CleanText.Of(password).Normalize(NormalizationForm.FormKC);

    /// <returns>What is wrong with a new password, or <c>null</c>.</returns>
    public static string? Fault(string password, string? name, string? mail) =>
        password.Length == 0 ? "Choose a password."
        : password.Length > MaxLength ? $"Use at most {MaxLength} characters."
        : NormalFault(Normal(password), name, mail);

    private static string? NormalFault(string password, string? name, string? mail) =>
        password.EnumerateRunes().Count() < MinLength
            ? $"Use at least {MinLength} characters. Length is what counts: a few words are enough."
        : CommonPasswords.Has(password)
            ? "Many people use this password, or one like it, so it is guessed first. "
                + "Choose another: a few unrelated words are enough."
        : Says(password, name) || Says(password, mail) || Says(password, mail?.Split('@')[0]) || Says(password, Guide)
            || password.Distinct().Count() < 3
            ? "This is easy to guess from your account or this site. Choose something unrelated to them."
        : null;

    /// <summary>Whether it is only that, whatever the case and whatever digits and signs are around it.</summary>
    private static bool Says(string password, string? other) =>
        other is not null && (Same(password, other) || (Letters(other) is { Length: > 0 } letters && Same(Letters(password), letters)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static bool Same(string password, string other) => string.Equals(password, other, StringComparison.OrdinalIgnoreCase);
}
