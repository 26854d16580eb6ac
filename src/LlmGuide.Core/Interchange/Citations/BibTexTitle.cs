namespace LlmGuide.Core.Interchange.Citations;

/// <summary>
/// A title whose capitals survive: most styles of BibTeX write titles in small letters, and keep what stands in braces
/// (O. Patashnik, BibTeXing, 1988, section 4).
/// </summary>
internal static class BibTexTitle
{
    // Words that are small in a title whose others are large.
    private const int LongestSmallWord = 4;

    public static string Write(string title)
    {
        var words = title.Split(' ');
        var everyName = IsSentence(words);
        return string.Join(' ', words.Select((word, index) =>
            IsKept(word) || (everyName && index > 0 && char.IsUpper(First(word)) && !EndsSentence(words[index - 1]))
                ? Kept(word) : Latex.Escape(word)));
    }

    /// <summary>Without the signs around it, which belong to the sentence.</summary>
    private static string Kept(string word)
    {
        var start = word.TakeWhile(c => !char.IsLetterOrDigit(c)).Count();
        var end = word.Length - word.Reverse().TakeWhile(c => !char.IsLetterOrDigit(c)).Count();
        return $"{Latex.Escape(word[..start])}{{{Latex.Escape(word[start..end])}}}{Latex.Escape(word[end..])}";
    }

    /// <summary>"BERT", "GPT-3", "LoRA": capitals that no sentence gives. A capital after a hyphen is none of them.</summary>
    private static bool IsKept(string word) => word.Split('-', '/', '(', '“').Any(part =>
        part.Skip(1).Any(char.IsUpper) || (part.Any(char.IsUpper) && part.Any(char.IsAsciiDigit)))
        || (word.Trim('(', ')', ',', ':') is [var one] && char.IsUpper(one) && one is not ('A' or 'I'));

    /// <summary>Where most words are small, each capital is a name's.</summary>
    private static bool IsSentence(string[] words)
    {
        var telling = words.Skip(1).Where(word => word.Length > LongestSmallWord).ToList();
        return telling.Count(word => char.IsLower(First(word))) * 2 > telling.Count;
    }

    private static bool EndsSentence(string word) => word.Length > 0 && word[^1] is ':' or '?' or '!' or '.' or '–' or '—';

    private static char First(string word) => word.FirstOrDefault(char.IsLetter);
}
