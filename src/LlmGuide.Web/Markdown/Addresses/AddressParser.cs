using System.Globalization;

using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;

namespace LlmGuide.Web.Markdown.Addresses;

/// <summary>
/// Addresses in running text become links. Markdig's rule is GitHub's, which knows the punctuation of ASCII alone; here an address ends
/// before that of any script (<c>。</c>, <c>）</c>, <c>»</c>, <c>؟</c>), and may begin behind it, or behind a letter of a script that puts no
/// spaces between words. Not <c>UseAutoLinks</c>, which also makes links of ftp:, tel: and mailto:.
/// </summary>
internal sealed class AddressParser : AutoLinkParser
{
    /// <summary>Punctuation that words have inside: in Catalan, Hebrew and Katakana, and apostrophes (UAX #29, MidLetter).</summary>
    private const string InsideWords = "\u00B7\u0387\u2019\u05F3\u05F4\u2027\u30FB\uFF65";

    /// <summary>Signs that are used as punctuation: the dashes of Chinese and Japanese, and what is as wide as they are.</summary>
    private const string AlsoPunctuation = "\u2014\u2015\u301C\u3030\uFF5E";

    /// <summary>ASCII that may stand before an address, as in <c>Link:https://…</c>.</summary>
    private const string Openers = "*_~(\"':,;|>{";

    /// <summary>ASCII that no address has (RFC 3986, appendix A).</summary>
    private const string NeverInside = "\"<>|`";

    public AddressParser()
        : base(new AutoLinkOptions { UseHttpsForWWWLinks = true }) => OpeningCharacters = ['h', 'H', 'w', 'W'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!MayFollow(slice.PeekCharExtra(-1)) || !Begins(text))
        {
            return false;
        }

        // Markdig looks at what stands before; it sees the address alone, as it begins where no telephone makes the first letter large.
        var whole = text[..Length(text, slice.PeekCharExtra(-1))].ToString();
        var name = whole.IndexOfAny([':', '.']);
        var address = new StringSlice($"{whole[..name].ToLowerInvariant()}{whole[name..]}");
        if (!base.Match(processor, ref address))
        {
            return false;
        }

        slice.Start += address.Start;
        return true;
    }

    private static bool Begins(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static bool MayFollow(char before) =>
        before.IsWhiteSpaceOrZero() || (before < 0x80 ? Openers.Contains(before, StringComparison.Ordinal) : !char.IsLetterOrDigit(before)
            || char.GetUnicodeCategory(before) == UnicodeCategory.OtherLetter);

    /// <param name="before">A quotation that it opens ends with the address.</param>
    private static int Length(ReadOnlySpan<char> text, char before)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || NeverInside.Contains(text[i], StringComparison.Ordinal)
                || (before == '\'' && text[i] == '\'') || (text[i] >= 0x80 && Ends(text[i], i + 1 < text.Length ? text[i + 1] : '\0')))
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool Ends(char sign, char next) => InsideWords.Contains(sign, StringComparison.Ordinal)
        ? !char.IsLetterOrDigit(next)
        : AlsoPunctuation.Contains(sign, StringComparison.Ordinal) || IsWideSign(sign) || char.GetUnicodeCategory(sign)
            is UnicodeCategory.OtherPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;

    /// <summary>The signs of ASCII in the width of an ideograph.</summary>
    private static bool IsWideSign(char sign) => sign is > '\uFF00' and < '\uFF5F' && !char.IsLetterOrDigit(sign);
}
