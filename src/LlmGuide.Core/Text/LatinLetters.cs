using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LlmGuide.Core.Text;

/// <summary>
/// Text as slugs and citation keys spell it: without accents and with the plain form of each letter, as far as there is one.
/// </summary>
public static class LatinLetters
{
    /// <summary>Letters that Unicode does not take apart, as the machine-readable zone of passports has them (ICAO 9303-3, 6.A).</summary>
    private static readonly FrozenDictionary<char, string> Spelled = new Dictionary<char, string>
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ð'] = "d",
        ['þ'] = "th",
        ['đ'] = "d",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ĸ'] = "k",
        ['ł'] = "l",
        ['ŋ'] = "n",
        ['ŧ'] = "t",
        ['ə'] = "e",
        ['ƙ'] = "k",
        ['ɓ'] = "b",
        ['ɗ'] = "d",
    }.ToFrozenDictionary();

    /// <returns>
    /// Lower case, without marks; full-width forms, ligatures, indices and letters such as <c>ø</c> in ASCII. Other scripts stay.
    /// </returns>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);

        // The sign of a trade mark would become two letters of the word before it.
        foreach (var c in CleanText.Of(text).Replace('™', ' ').Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Spelled.TryGetValue(c, out var plain) ? plain : c.ToString());
            }
        }

        return folded.ToString();
    }
}
