using System.Text;
using System.Text.RegularExpressions;

using AngleSharp.Text;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>
/// The bytes of a page as text: by its mark, otherwise by its header, otherwise by what it says itself near its start, otherwise as UTF-8
/// or, where it is none, as Windows 1252 (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding).
/// </summary>
internal static partial class PageText
{
    /// <summary>So much is looked through for a name.</summary>
    private const int Start = 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>AngleSharp has the names of the standard, and takes the encodings from the framework.</summary>
    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static PageScan Scan(LookupResponse page, CancellationToken cancellationToken)
    {
        var bytes = page.Body.Span;
        var said = Said(bytes[..Math.Min(Start, bytes.Length)], cancellationToken);
        var encoding = Marked(bytes) ?? Named(page.Charset) ?? Readable(Named(said));
        var scan = PageScan.Read((encoding ?? Guessed(bytes)).GetString(bytes), cancellationToken);
        if (encoding is null && !IsUtf8(bytes) && Readable(Named(scan.Charset)) is { } late)
        {
            // Said further down than a browser looks at first; then it begins again (HTML, 13.2.3.5).
            encoding = late;
            scan = PageScan.Read(late.GetString(bytes), cancellationToken);
        }

        scan.UnknownCharset = encoding is null && !IsUtf8(bytes) ? Name(page.Charset) ?? Name(said) : null;
        return scan;
    }

    private static string? Said(ReadOnlySpan<byte> start, CancellationToken cancellationToken)
    {
        var text = Encoding.Latin1.GetString(start);
        return Declaration().Match(text) is { Success: true } xml
            ? xml.Groups["name"].Value : PageScan.Read(text, cancellationToken).Charset;
    }

    // A name that can be read in single bytes does not stand in a text of pairs of them, whatever it says.
    private static Encoding? Readable(Encoding? named) => named is UnicodeEncoding ? Encoding.UTF8 : named;

    private static Encoding? Named(string? charset) =>
        Name(charset) is not { } name ? null
        : TextEncoding.IsSupported(name) ? TextEncoding.Resolve(name)
        : name.Equals("unicode", StringComparison.OrdinalIgnoreCase) ? Encoding.Unicode
        : CodePagesEncodingProvider.Instance.GetEncoding(name);

    private static string? Name(string? charset) => charset?.Trim(' ', '\t', '"', '\'', ';') is { Length: > 0 and < 40 } name ? name : null;

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        _ => null,
    };

    private static Encoding Guessed(ReadOnlySpan<byte> bytes) => IsUtf8(bytes) ? Encoding.UTF8 : TextEncoding.Resolve("windows-1252");

    /// <summary>Of a page that was cut, the last character may be.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Strict.GetDecoder().GetCharCount(bytes, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        """^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["'](?<name>[\w.:-]{1,40})["']""", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
