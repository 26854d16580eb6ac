using System.Collections.Frozen;
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

    /// <summary>Names that readers would take for the guide's own, or for those who run it.</summary>
    private static readonly FrozenSet<string> Reserved = ((string[])
    [
        "admin", "administrator", "administration", "sysadmin", "sysop", "root", "system",
        "superuser", "owner", "webmaster", "hostmaster", "postmaster", "security", "abuse",
        "moderator", "moderation", "mod", "curator", "curators", "editor", "editors", "operator",
        "staff", "team", "support", "help", "helpdesk", "service", "official", "info",
        "guide", "theguide", "llmguide", "bot", "robot", "anonymous", "nobody", "everybody",
        "everyone", "all", "here", "me", "null", "undefined", "former-member", "deleted",
    ]).Select(Skeleton).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Whether a name, however it is spelled, would be taken for that of the guide or of those who run it.
    /// Nobody may choose it for themselves.
    /// </summary>
    public static bool IsReserved(string name) =>
        Reserved.Contains(Skeleton(name)) || Reserved.Contains(Skeleton(name.TrimEnd("0123456789-_".ToCharArray())));

    public static bool IsValid(string? name) => name is { Length: >= MinLength and <= MaxLength } && Shape().IsMatch(name);

    /// <summary>
    /// What a name looks like at a glance: without hyphens, and with one sign for those that are mistaken for each other. Names are ASCII,
    /// so of the confusables of Unicode (https://www.unicode.org/reports/tr39/) only these few can occur.
    /// </summary>
    private static string Skeleton(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch
        {
            '0' => 'o',
            '1' or 'i' or 'j' => 'l',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            _ => c,
        }));
        return plain.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]*[A-Za-z0-9]\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
