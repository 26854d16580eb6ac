using System.Text.RegularExpressions;

namespace LlmGuide.Core.Lookup;

/// <summary>Full names of people, first name first, out of the ways in which tags and files write one or several.</summary>
internal static partial class AuthorNames
{
    /// <summary>What is longer names more people than are kept.</summary>
    private const int Longest = 20_000;

    private static readonly string[] Between = [" and ", " & "];

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase)
        { "jr", "sr", "ii", "iii", "iv", "md", "phd", "dphil", "msc", "bsc", "esq" };

    private static readonly HashSet<string> Companies = new(StringComparer.OrdinalIgnoreCase)
        { "inc", "ltd", "llc", "llp", "gmbh", "corp", "co", "plc", "sa", "ag", "bv", "kg", "pte", "pty" };

    /// <summary>One or several: "Lee, Ann; Ray, Bob", "Ann Lee and Bob Ray", "Ann Lee, Bob Ray", "Lee, A., Ray, B.".</summary>
    public static IEnumerable<string> Read(string? text)
    {
        var names = By().Replace(MarkedText.Plain(text is { Length: > Longest } ? text[..Longest] : text) ?? "", "");
        names = names.Replace('；', ';').Replace('、', ';').Replace('，', ';');
        return names.Contains(';', StringComparison.Ordinal)
            ? names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(InOrder)
            : Several(names).SelectMany(InList);
    }

    /// <summary>"Lee, Ann" and "Lee, Ann, Jr." as people say it; "OpenAI, Inc." is no person.</summary>
    public static string InOrder(string name) =>
        name.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            [var family, var given] when !Is(Companies, given) => Is(Suffixes, given) ? $"{family} {given}" : $"{given} {family}",
            [var family, var given, var suffix] when Is(Suffixes, suffix) => $"{given} {family} {suffix}",
            [var family, var suffix, var given] when Is(Suffixes, suffix) => $"{given} {family} {suffix}",
            _ => name.Trim(),
        };

    // Between full names alone: "Simon & Schuster" is one.
    private static string[] Several(string names) =>
        names.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } parts
        && Array.TrueForAll(parts, part => part.Contains(' ', StringComparison.Ordinal)) ? parts : [names];

    private static IEnumerable<string> InList(string names)
    {
        var parts = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length < 2 || parts.Any(part => Is(Companies, part)) ? [names.Trim()]
            : parts.Length % 2 == 0 && Enumerable.Range(0, parts.Length / 2).All(pair => Initials().IsMatch(parts[(2 * pair) + 1]))
                ? parts.Chunk(2).Select(pair => $"{pair[1]} {pair[0]}")
            : parts.All(part => part.Contains(' ', StringComparison.Ordinal) && !Is(Suffixes, part)) ? parts
            : [InOrder(names)];
    }

    private static bool Is(HashSet<string> words, string part) => words.Contains(part.Replace(".", "", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*by\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"^(\p{Lu}\.?[\s-]?){1,4}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Initials();
}
