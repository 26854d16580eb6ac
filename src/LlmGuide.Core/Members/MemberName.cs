using System.Text.RegularExpressions;

namespace LlmGuide.Core.Members;

/// <summary>
/// How members are called, in addresses and when they are mentioned: 2 to 30 ASCII letters, digits, hyphens and underscores,
/// beginning and ending with a letter or digit. Case is kept and does not tell two names apart.
/// </summary>
public static partial class MemberName
{
    public const int MinLength = 2;
    public const int MaxLength = 30;

    public const string AllowedCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    /// <summary>
    /// Whether a name, however it is spelled, would be taken for that of the guide or of those who run it.
    /// Nobody may choose it for themselves.
    /// </summary>
    public static bool IsReserved(string name) => ReservedNames.Has(name);

    public static bool IsValid(string? name) => name is { Length: >= MinLength and <= MaxLength } && Shape().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]*[A-Za-z0-9]\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
