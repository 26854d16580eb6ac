using System.Globalization;
using System.Text;

namespace LlmGuide.Core.Accounts.SignIn;

/// <summary>A code as somebody typed or pasted it: apps and people group its signs as they like, with anything between.</summary>
internal static class TypedCode
{
    public const int AppLength = 6;

    /// <summary>Identity writes its recovery codes as two groups of so many signs (UserManager.CreateTwoFactorRecoveryCode).</summary>
    private const int Group = 5;

    /// <returns>
    /// The digits of every script as ASCII, letters in capitals and narrow, and nothing else; a recovery code as Identity writes it.
    /// </returns>
    public static string Of(string? typed)
    {
        var signs = new StringBuilder();
        foreach (var c in typed ?? "")
        {
            var narrow = c is >= '\uFF21' and <= '\uFF5A' ? (char)(c - 0xFEE0) : c;
            if (CharUnicodeInfo.GetDecimalDigitValue(narrow) is var digit and >= 0)
            {
                signs.Append((char)('0' + digit));
            }
            else if (char.IsAsciiLetter(narrow))
            {
                signs.Append(char.ToUpperInvariant(narrow));
            }
        }

        return signs.Length == 2 * Group ? signs.Insert(Group, '-').ToString() : signs.ToString();
    }

    /// <summary>Whether it has the form of a code of the app; a recovery code has another.</summary>
    public static bool IsOfApp(string code) => code.Length == AppLength && code.All(char.IsAsciiDigit);
}
