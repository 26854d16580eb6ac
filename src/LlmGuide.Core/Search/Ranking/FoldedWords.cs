using System.Text;

using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Search.Ranking;

/// <summary>The words of a text as they are compared: small, without accents, without what English adds at the end.</summary>
internal static class FoldedWords
{
    private const int ShortestStem = 3;

    /// <summary>The longest first, with what stays in their place.</summary>
    private static readonly (string Ending, string Left)[] Endings =
    [
        ("izations", "iz"), ("isations", "is"), ("ization", "iz"), ("isation", "is"), ("izing", "iz"), ("ising", "is"), ("ations", "at"),
        ("ation", "at"), ("ating", "at"), ("ives", "iv"), ("ions", ""), ("ings", ""), ("ies", "i"), ("ized", "iz"), ("ised", "is"),
        ("ated", "at"), ("ates", "at"), ("izes", "iz"), ("ers", "er"), ("ing", ""), ("ion", ""), ("ize", "iz"), ("ise", "is"),
        ("ate", "at"),
        ("ed", ""), ("es", ""), ("ly", ""), ("y", "i"), ("s", ""), ("e", ""),
    ];

    public static IReadOnlyList<string> Of(string text) => TermPatterns.Words(LatinLetters.Fold(text));

    /// <summary>What all ways of writing a name share: its letters and digits, and the signs that make another name of it.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder();
        foreach (var c in LatinLetters.Fold(text))
        {
            if (char.IsLetterOrDigit(c) || c is '+' or '#')
            {
                key.Append(c);
            }
        }

        return key.ToString();
    }

    /// <summary>Not what a dictionary calls a stem, but the same for most forms of a word.</summary>
    public static string Stem(string word)
    {
        foreach (var (ending, left) in Endings)
        {
            if (word.Length - ending.Length + left.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)
                && !(ending == "s" && word.EndsWith("ss", StringComparison.Ordinal)))
            {
                var stem = word[..^ending.Length];
                return left.Length == 0 && ending is "ing" or "ings" or "ed" && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z')
                    ? stem[..^1] : stem + left;
            }
        }

        return word;
    }
}
