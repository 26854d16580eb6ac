using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using LlmGuide.Core.Search.Language;

namespace LlmGuide.Core.Search.Index;

/// <summary>
/// The ways in which a word may be written: <c>fine-tuning</c>, <c>finetuning</c> and <c>fine tuning</c> are one, and so are
/// <c>gpt-4o</c> and <c>GPT 4o</c>, <c>IA3</c> and <c>(IA)^3</c>.
/// </summary>
internal static partial class TermPatterns
{
    /// <summary>A shorter word is a name of its own, and is not begun by anything.</summary>
    public const int ShortestBeginning = 3;

    /// <summary>A longer word is cut there: no text has one, and PostgreSQL takes 2,046 bytes.</summary>
    public const int LongestWord = 200;

    private const int ShortestCompound = 6;
    private const int LongestCompound = 24;
    private const int ShortestPart = 3;

    public static TextPattern Of(SearchTerm term, bool last)
    {
        var words = Words(term.Text);
        var begun = term.Begun || (last && !term.Quoted && words[^1].Length >= ShortestBeginning);
        return term.Quoted
            ? new PhrasePattern(words)
            : TextPattern.Any([.. Ways(words).Select(way => new PhrasePattern(way, begun && way[^1].Length >= ShortestBeginning))]);
    }

    /// <summary>Two words that may be one.</summary>
    public static PhrasePattern? Joined(SearchTerm first, SearchTerm second) =>
        !first.Quoted && !second.Quoted && IsPlain(first.Text) && IsPlain(second.Text)
        && first.Text.Length + second.Text.Length <= LongestCompound
            ? new PhrasePattern([first.Text + second.Text]) : null;

    /// <summary>The words of a text the way an index has them: a character of a script without spaces is a word.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var apart = new StringBuilder();
        foreach (var c in PlainLetters.Of(text))
        {
            apart.Append(PlainLetters.StandsAlone(c) ? $" {c} " : IsOfWord(c) ? c.ToString() : " ");
        }

        return [.. apart.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cut)];
    }

    private static IEnumerable<IReadOnlyList<string>> Ways(IReadOnlyList<string> words)
    {
        yield return words;
        if (words.Any(word => word.Any(PlainLetters.StandsAlone)))
        {
            yield break;
        }

        var joined = string.Concat(words);
        if (words.Count > 1 && joined.Length <= LongestWord)
        {
            yield return [joined];
        }

        var numbered = words.SelectMany(word => Numbered().Replace(word, " ").Split(' ')).ToList();
        if (numbered.Count != words.Count)
        {
            yield return numbered;
        }

        if (words.Count == 1 && joined.Length is >= ShortestCompound and <= LongestCompound && IsPlain(joined))
        {
            for (var at = ShortestPart; at <= joined.Length - ShortestPart; at++)
            {
                yield return [joined[..at], joined[at..]];
            }
        }
    }

    private static string Cut(string word) =>
        word.Length <= LongestWord ? word : word[..(LongestWord - (char.IsHighSurrogate(word[LongestWord - 1]) ? 1 : 0))];

    private static bool IsPlain(string text) => text.All(char.IsAsciiLetter);

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Between letters and a number, unless a single letter is one name with its number (T5, R1, 7B).</summary>
    [GeneratedRegex("(?<=[A-Za-z]{2})(?=[0-9])|(?<=[0-9])(?=[A-Za-z]{2})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
