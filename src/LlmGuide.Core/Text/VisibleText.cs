using System.Globalization;
using System.Text;

namespace LlmGuide.Core.Text;

/// <summary>Whether a reader would see anything of a text. A blank is more than a space: Unicode has letters without ink.</summary>
public static class VisibleText
{
    /// <summary>
    /// Without ink, although their category says otherwise: fillers of Hangul and Khmer, the empty pattern of Braille
    /// (https://www.unicode.org/reports/tr36/).
    /// </summary>
    private static readonly HashSet<int> Fillers = [0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0x1D159];

    /// <summary>Whether anything in <paramref name="text"/> has ink: a mark alone has none, it belongs to a letter.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (HasInk(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasInk(Rune rune) => !Fillers.Contains(rune.Value) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
