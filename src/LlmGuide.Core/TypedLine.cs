using System.Globalization;
using System.Text;

namespace LlmGuide.Core;

/// <summary>
/// One line that a person typed, such as a title: without what cannot be seen. Characters without a width and marks of direction let
/// one title pass for another, or turn the text after it around (https://www.unicode.org/reports/tr36/).
/// </summary>
public static class TypedLine
{
    /// <summary>
    /// Arabic letter mark, zero-width space, left-to-right and right-to-left mark, embeddings, overrides, isolates,
    /// word joiner and other fillers.
    /// </summary>
    private static readonly HashSet<int> Unseen =
    [
        0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B,
        0x200E, 0x200F, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x3164, 0xFEFF, 0xFFA0,
        .. Enumerable.Range(0x202A, 5), .. Enumerable.Range(0x2066, 10),
    ];

    /// <param name="longest">In characters.</param>
    /// <param name="field">The name of the field in the draft.</param>
    /// <returns>
    /// The text in one line, composed (NFC), with single spaces and none around it; empty for nothing.
    /// Refused when it is too long or holds what cannot be seen.
    /// </returns>
    public static Outcome<string> Read(string? text, int longest, string field)
    {
        var line = string.Join(
            ' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (line.Length > longest)
        {
            return Refusal.Rule(
                $"At most {longest.ToString("N0", CultureInfo.InvariantCulture)} characters, please; "
                + $"this has {line.Length.ToString("N0", CultureInfo.InvariantCulture)}.",
                field);
        }

        foreach (var rune in line.EnumerateRunes())
        {
            if (!IsSeen(rune))
            {
                return Refusal.Rule(
                    $"This has a character that cannot be seen (U+{rune.Value:X4}). Type the text again, without it.", field);
            }
        }

        return line.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a character may stand in a line.</summary>
    internal static bool IsSeen(Rune rune) => !Unseen.Contains(rune.Value) && rune.Value != 0xFFFD
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
