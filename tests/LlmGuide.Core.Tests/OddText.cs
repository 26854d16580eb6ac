using System.Globalization;
using System.Text;

namespace LlmGuide.Core.Tests;

/// <summary>Texts with characters of every kind, those that no text may have among them.</summary>
internal static class OddText
{
    /// <summary>
    /// Every control, noncharacter and kind of line end, and halves of pairs where they stand alone and where something is taken out
    /// between them.
    /// </summary>
    public static string Forbidden { get; } = string.Join('x',
    [
        .. Enumerable.Range(0, 0xA0).Where(c => c is < 0x20 or > 0x7E).Select(Text),
        .. Enumerable.Range(0xFDD0, 32).Select(Text),
        .. Enumerable.Range(0, 17).SelectMany(plane => (string[])[Text((plane << 16) + 0xFFFE), Text((plane << 16) + 0xFFFF)]),
        "\r\n", "\n\r", "\r\r\n", "\uD800", "\uDFFF", "\uDC00\uD800", "\uD83D\0\uDE00", "\uD83D\uD83D\uDE00",
    ]);

    /// <summary>For each category of Unicode, its first, its last and some of its characters between.</summary>
    public static IReadOnlyDictionary<UnicodeCategory, string> Categories { get; } = Enumerable.Range(0, 0x110000)
        .GroupBy(c => CharUnicodeInfo.GetUnicodeCategory(c))
        .ToDictionary(group => group.Key, group =>
            group.ToList() is var all ? string.Concat(Enumerable.Range(0, 5).Select(n => Text(all[n * (all.Count - 1) / 4]))) : "");

    /// <summary>
    /// What turns text around, joins it, is not seen, or means something to a format: XML, JSON, CSV, HTML, Markdown, mail.
    /// </summary>
    public static string Tricky =>
        "\u202Ea\u202C\u2066b\u2069 \u200F\u05D0 👩‍🚀 e\u0301 \uFEFF\u200B ]]> --> <!-- & < > \" ' &#16; "
        + "&#xD800; &#0; </script> =1+1 @x \\u0000 \\ , ; \u2028\u2029 =?utf-8?q?x?= %00";

    public static IEnumerable<string> All => [Forbidden, Tricky, .. Categories.Values];

    private static string Text(int c) => c is >= 0xD800 and <= 0xDFFF ? ((char)c).ToString() : new Rune(c).ToString();
}
