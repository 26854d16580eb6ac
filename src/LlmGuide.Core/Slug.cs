using System.Collections.Frozen;
using System.Text.RegularExpressions;

using LlmGuide.Core.Text;

namespace LlmGuide.Core;

/// <summary>
/// The part of an address that names one thing: lower-case ASCII letters and digits in words joined by single hyphens,
/// 1 to 100 characters, such as <c>in-context-learning</c> or <c>gpt-3</c>.
/// </summary>
public static partial class Slug
{
    public const int MaxLength = 100;

    /// <summary>A longer one is hard to read out.</summary>
    private const int Suggested = 60;

    /// <summary>What stands beside slugs in the routes, as <c>/curate/topics/new</c> does. A test compares it with them.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        ["new", "edit", "live", "feed", "history", "merge", "remove", "restore", "results"], StringComparer.Ordinal);

    /// <summary>Whether <paramref name="text"/> is a slug to the letter; nothing is trimmed or folded.</summary>
    public static bool IsValid(string? text) => text is { Length: > 0 and <= MaxLength } && Shape().IsMatch(text);

    /// <returns>What is wrong with the slug that something is to have, or <c>null</c>.</returns>
    public static string? Fault(string? text) =>
        !IsValid(text) ? "An address is lower-case letters a–z and digits, in words joined by single hyphens; at most 100 characters."
        : IsReserved(text!) ? $"“{text}” is reserved. Choose another, of two words for instance."
        : null;

    /// <summary>Whether pages of the guide's own are, or may come to be, where something with this slug would be.</summary>
    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    /// <summary>The slug that a title suggests: its words in ASCII, as many as fit; empty for a title that has none.</summary>
    public static string Of(string title)
    {
        var folded = LatinLetters.Fold(title).Where(c => c is not ('\'' or '’'));
        var words = string.Concat(folded.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Aggregate("", (all, word) => all.Length == 0 ? word[..Math.Min(word.Length, MaxLength)]
            : all.Length + 1 + word.Length <= Suggested ? $"{all}-{word}" : all);
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
