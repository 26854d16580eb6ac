using System.Text;
using System.Text.RegularExpressions;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>
/// Writes <c>\mathbb R</c> as the letter ℝ. KaTeX says <c>mathvariant="double-struck"</c>, but MathML Core, which is
/// what browsers have, knows only <c>normal</c> and would show a plain R.
/// See https://www.w3.org/TR/mathml-core/#dfn-mathvariant and Unicode's "Mathematical Alphanumeric Symbols".
/// </summary>
internal static partial class MathAlphabet
{
    /// <summary>Where capitals, small letters and digits of a variant begin; 0 where Unicode has none.</summary>
    private static readonly Dictionary<string, (int Capital, int Small, int Digit)> Variants = new(StringComparer.Ordinal)
    {
        ["bold"] = (0x1D400, 0x1D41A, 0x1D7CE),
        ["italic"] = (0x1D434, 0x1D44E, 0),
        ["bold-italic"] = (0x1D468, 0x1D482, 0),
        ["script"] = (0x1D49C, 0x1D4B6, 0),
        ["fraktur"] = (0x1D504, 0x1D51E, 0),
        ["bold-fraktur"] = (0x1D56C, 0x1D586, 0),
        ["double-struck"] = (0x1D538, 0x1D552, 0x1D7D8),
        ["sans-serif"] = (0x1D5A0, 0x1D5BA, 0x1D7E2),
        ["bold-sans-serif"] = (0x1D5D4, 0x1D5EE, 0x1D7EC),
        ["sans-serif-italic"] = (0x1D608, 0x1D622, 0),
        ["monospace"] = (0x1D670, 0x1D68A, 0x1D7F6),
    };

    /// <summary>Unicode had these before it had the rest, in other places.</summary>
    private static readonly Dictionary<int, char> Elsewhere = new()
    {
        [0x1D455] = 'ℎ',
        [0x1D49D] = 'ℬ',
        [0x1D4A0] = 'ℰ',
        [0x1D4A1] = 'ℱ',
        [0x1D4A3] = 'ℋ',
        [0x1D4A4] = 'ℐ',
        [0x1D4A7] = 'ℒ',
        [0x1D4A8] = 'ℳ',
        [0x1D4AD] = 'ℛ',
        [0x1D4BA] = 'ℯ',
        [0x1D4BC] = 'ℊ',
        [0x1D4C4] = 'ℴ',
        [0x1D506] = 'ℭ',
        [0x1D50B] = 'ℌ',
        [0x1D50C] = 'ℑ',
        [0x1D515] = 'ℜ',
        [0x1D51D] = 'ℨ',
        [0x1D53A] = 'ℂ',
        [0x1D53F] = 'ℍ',
        [0x1D545] = 'ℕ',
        [0x1D547] = 'ℙ',
        [0x1D548] = 'ℚ',
        [0x1D549] = 'ℝ',
        [0x1D551] = 'ℤ',
    };

    public static string Apply(string mathMl) => Symbol.Replace(mathMl, symbol =>
        Variants.TryGetValue(symbol.Groups["variant"].Value, out var variant)
            ? $"<{symbol.Groups["element"]}>{Translate(symbol.Groups["text"].Value, variant)}</{symbol.Groups["element"]}>"
            : symbol.Value);

    private static string Translate(string text, (int Capital, int Small, int Digit) variant)
    {
        var result = new StringBuilder();
        foreach (var letter in text)
        {
            var code = letter switch
            {
                >= 'A' and <= 'Z' => variant.Capital + letter - 'A',
                >= 'a' and <= 'z' => variant.Small + letter - 'a',
                >= '0' and <= '9' when variant.Digit > 0 => variant.Digit + letter - '0',
                _ => letter,
            };
            result.Append(Elsewhere.TryGetValue(code, out var known) ? known.ToString() : char.ConvertFromUtf32(code));
        }

        return result.ToString();
    }

    // Not mtext: words in \textbf stay words, for search and for screen readers.
    [GeneratedRegex(
        """<(?<element>mi|mn) mathvariant="(?<variant>[a-z-]+)">(?<text>[A-Za-z0-9.,]+)</\k<element>>""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Symbol { get; }
}
