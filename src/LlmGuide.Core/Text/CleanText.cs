using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LlmGuide.Core.Text;

/// <summary>
/// The characters that a text of the guide may have: every one of Unicode but controls (C0, DEL, C1), halves of surrogate pairs and
/// noncharacters. No text says anything with these, and XML 1.0 (https://www.w3.org/TR/xml/#charsets), JSON (RFC 7493), PostgreSQL and the
/// terminal of whoever reads a log each choke on some of them. Tabs stay, and lines end with U+000A alone, however they ended before.
/// </summary>
/// <remarks>
/// This is the one rule. Text is cleaned where it comes in (forms, files, other servers), in <see cref="Prose"/>, and once more by every
/// column that holds text (<c>CleanColumns</c>); what goes out as XML is held to it too. What people typed is <see cref="Composed"/>.
/// </remarks>
public static class CleanText
{
    /// <summary>Whatever may not be there by itself: halves of pairs are looked at with their other half.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsSurrogate(c) || !IsAllowed(c))]);

    /// <summary>Whether <paramref name="text"/> may stay as it is, to the letter.</summary>
    public static bool IsClean(string text) => ReferenceEquals(Of(text), text);

    /// <returns>
    /// The text without the characters that it may not have; the very same string when it has none. <c>null</c> for <c>null</c>.
    /// </returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) => text is null ? null : With(text, "");

    /// <summary>
    /// As <see cref="Of"/>, composed too (NFC, https://www.unicode.org/reports/tr15/), so that what looks alike is found and compared
    /// alike. For what somebody typed, before it is judged: composing may make one character of a sign and the mark behind it.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Composed(string? text) => Of(text)?.Normalize(NormalizationForm.FormC);

    /// <summary>
    /// As <see cref="Of"/>, with U+FFFD in the place of each. For a text that somebody has judged already, such as HTML: there nothing may
    /// be taken out any more, since what stands around it would become something else
    /// (https://www.unicode.org/reports/tr36/#Deletion_of_Noncharacters).
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Marked(string? text) => text is null ? null : With(text, "\uFFFD");

    private static string With(string text, string standIn)
    {
        var suspect = Next(text, 0);
        StringBuilder? clean = null;
        while (suspect < text.Length)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(suspect), out var rune, out var length);
            var allowed = status == OperationStatus.Done && IsAllowed(rune.Value);
            clean ??= allowed ? null : new StringBuilder(text, 0, suspect, text.Length);
            var after = suspect + length;
            suspect = Next(text, after);
            clean?.Append(allowed ? text.AsSpan(after - length, length) : InPlaceOf(rune, text.AsSpan(after), standIn))
                .Append(text, after, suspect - after);
        }

        return clean?.ToString() ?? text;
    }

    /// <summary>What Unicode calls a line end is one; of a carriage return and a line feed, the line feed is.</summary>
    private static string InPlaceOf(Rune rune, ReadOnlySpan<char> rest, string standIn) => rune.Value switch
    {
        '\r' when rest is ['\n', ..] => "",
        '\r' or '\v' or '\f' or '\u0085' => "\n",
        _ => standIn,
    };

    /// <returns>Where the next suspect is, or the length of the text.</returns>
    private static int Next(string text, int from) =>
        text.AsSpan(from).IndexOfAny(Suspects) is var found and >= 0 ? from + found : text.Length;

    private static bool IsAllowed(int rune) =>
        rune is '\t' or '\n' || !(rune is < ' ' or (>= 0x7F and <= 0x9F) or (>= 0xFDD0 and <= 0xFDEF) || (rune & 0xFFFE) == 0xFFFE);
}
