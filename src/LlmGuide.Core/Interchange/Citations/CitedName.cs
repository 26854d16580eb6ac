using System.Text.RegularExpressions;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>
/// A name in the parts that bibliographies sort by (https://docs.citationstyles.org/en/stable/specification.html#names), guessed from
/// how it is written. What cannot be told apart from a name of one's own, such as a family name of two words, is not.
/// </summary>
/// <param name="Family">Of a group, of somebody with one name, or of one whose parts are not known: all of it.</param>
/// <param name="Given">Empty for those.</param>
/// <param name="Particle">"van", "de la": belongs to the family name, and does not count when it is sorted.</param>
/// <param name="Suffix">"Jr.", "III".</param>
/// <param name="IsWhole">Whether <paramref name="Family"/> is the whole name and is never turned round.</param>
public sealed partial record CitedName(string Family, string Given, string Particle, string Suffix, bool IsWhole)
{
    // Written small they are a particle, written large a part of the family name: Guido van Rossum, Fien De Meulder.
    private static readonly HashSet<string> Particles =
        new(StringComparer.OrdinalIgnoreCase)
        {
            "van", "von", "de", "der", "den", "del", "della", "di", "da", "do",
            "dos", "das", "du", "la", "las", "los", "le", "ter", "ten", "te",
            "zu", "zum", "zur", "af", "av", "bin", "ibn", "al", "el", "het", "'t", "vom", "y",
        };

    private static readonly HashSet<string> Suffixes =
        new(StringComparer.OrdinalIgnoreCase) { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV" };

    /// <param name="name">As people write it: "Łukasz Kaiser", "King, Martin Luther, Jr.", "Kimi Team".</param>
    public static CitedName Parse(string name)
    {
        var bare = Brackets().Replace(name, " ").Trim();
        var parts = bare.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return IsGroup(bare, words) ? Whole(bare)
            : parts switch
            {
                [var family, var given] when !Suffixes.Contains(given) => Split(given, family, ""),
                [var family, var given, var suffix] when Suffixes.Contains(suffix) => Split(given, family, suffix),
                [var family, var suffix, var given] when Suffixes.Contains(suffix) => Split(given, family, suffix),
                [var person, var suffix] => InOrder(person.Split(' ', StringSplitOptions.RemoveEmptyEntries), suffix),
                [_] when EastAsian().IsMatch(bare) => new CitedName(words[0], words[1], "", "", false),
                [_] when words.Length > 2 && Suffixes.Contains(words[^1]) => InOrder(words[..^1], words[^1]),
                [_] => InOrder(words, ""),
                _ => Whole(bare),
            };
    }

    private static CitedName Whole(string name) => new(name, "", "", "", true);

    private static CitedName InOrder(string[] words, string suffix)
    {
        if (words.Length < 2)
        {
            return Whole(string.Join(' ', words));
        }

        var small = Array.FindIndex(words, 1, word => Particles.Contains(word) && char.IsLower(word.TrimStart('\'')[0]));
        if (small > 0 && small < words.Length - 1)
        {
            return Split(Join(words[..small]), Join(words[small..]), suffix);
        }

        var large = Array.FindIndex(words, 1, word => Particles.Contains(word) && char.IsUpper(word[0]));
        var family = large > 0 && large < words.Length - 1 ? large : words.Length - 1;
        return new CitedName(Join(words[family..]), Join(words[..family]), "", suffix, false);
    }

    private static CitedName Split(string given, string family, string suffix)
    {
        var words = family.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var small = words.TakeWhile(word => Particles.Contains(word) && char.IsLower(word.TrimStart('\'')[0])).Count();
        return small < words.Length
            ? new CitedName(Join(words[small..]), given, Join(words[..small]), suffix, false)
            : new CitedName(family, given, "", suffix, false);
    }

    private static string Join(string[] words) => string.Join(' ', words);

    // A name in Han, Kana or Hangul without a space does not say where its parts end.
    private static bool IsGroup(string name, string[] words) =>
        words.Length < 2 || GroupWords().IsMatch(name) || words.Any(word => word is "and" or "&" || word.Any(char.IsAsciiDigit));

    // Written in their own script, they have the family name first.
    [GeneratedRegex(
        @"^[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsHangulSyllables}]+ [^\s\x00-\x7F]+\z",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();

    // Words that names of people do not have, and companies whose names look like a person's.
    [GeneratedRegex(
        @"\b(Team|AI|Labs?|Laborator(y|ies)|Research|Foundation|contributors|Group|Institut[eo]?|University|Universit(é|ä)t?|College"
        + @"|School|Inc|Ltd|LLC|GmbH|Corp(oration)?|Company|Project|Community|Consortium|Collaboration|Association|Society|Cent(er|re)"
        + @"|Network|Council|Initiative|Organi[sz]ation|Committee|Authors|Developers|Maintainers|Editors|Department|Ministry|Agency|Bureau"
        + @"|Office|Press|Technologies|Systems|Hugging Face|DeepMind|Google|Microsoft|Amazon|Apple Inc|Meta Platforms"
        + @"|Common Crawl|Papers with Code)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GroupWords();
}
