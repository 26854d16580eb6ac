using System.Text;

namespace LlmGuide.Core.Lookup;

/// <summary>
/// The bytes of a page as text: by its header, otherwise by its mark, otherwise by what it says itself near its start, otherwise UTF-8
/// (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding, where the header is second).
/// </summary>
internal static class PageText
{
    /// <summary>So much is looked through for a name.</summary>
    private const int Start = 1024;

    public static PageScan Scan(LookupResponse page, CancellationToken cancellationToken)
    {
        var bytes = page.Body.Span;
        var encoding = Named(page.Charset) ?? Marked(bytes)
            ?? Said(bytes[..Math.Min(Start, bytes.Length)], cancellationToken) ?? Encoding.UTF8;
        return PageScan.Read(encoding.GetString(bytes), cancellationToken);
    }

    // A name that can be read in single bytes does not stand in a text of pairs of them, whatever it says.
    private static Encoding? Said(ReadOnlySpan<byte> start, CancellationToken cancellationToken) =>
        Named(PageScan.Read(Encoding.Latin1.GetString(start), cancellationToken).Charset) is not { } named ? null
        : named is UnicodeEncoding ? Encoding.UTF8
        : named;

    // What calls itself Latin 1 is read as Windows 1252, which has more: https://encoding.spec.whatwg.org/#names-and-labels
    private static Encoding? Named(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "utf-8" or "utf8" => Encoding.UTF8,
        "utf-16" or "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => CodePagesEncodingProvider.Instance.GetEncoding("windows-1252"),
        var other => CodePagesEncodingProvider.Instance.GetEncoding(other),
    };

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        _ => null,
    };
}
