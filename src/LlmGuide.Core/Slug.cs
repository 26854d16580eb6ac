using System.Text.RegularExpressions;

namespace LlmGuide.Core;

/// <summary>
/// The part of an address that names one thing: lower-case ASCII letters and digits in words joined by single hyphens,
/// 1 to 100 characters, such as <c>in-context-learning</c> or <c>gpt-3</c>.
/// </summary>
public static partial class Slug
{
    public const int MaxLength = 100;

    /// <summary>Whether <paramref name="text"/> is a slug to the letter; nothing is trimmed or folded.</summary>
    public static bool IsValid(string? text) => text is { Length: > 0 and <= MaxLength } && Shape().IsMatch(text);

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
