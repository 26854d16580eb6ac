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

    public AddressParser()
        : base(new AutoLinkOptions { UseHttpsForWWWLinks = true }) => OpeningCharacters = ['h', 'w'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!MayFollow(slice.PeekCharExtra(-1)) || !Begins(text))
        {
            return false;
        }

        // Markdig looks at what stands before; it sees the address alone.
        var address = new StringSlice(text[..Length(text)].ToString());
        if (!base.Match(processor, ref address))
        {
            return false;
        }

        slice.Start += address.Start;
        return true;
    }

    private static bool Begins(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.Ordinal)
        || text.StartsWith("https://", StringComparison.Ordinal)
        || text.StartsWith("www.", StringComparison.Ordinal);

    private static bool MayFollow(char before) =>
        before.IsWhiteSpaceOrZero() || (before < 0x80 ? before is '*' or '_' or '~' or '(' : !char.IsLetterOrDigit(before)
            || char.GetUnicodeCategory(before) == UnicodeCategory.OtherLetter);

    private static int Length(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || (text[i] >= 0x80 && Ends(text[i], i + 1 < text.Length ? text[i + 1] : '\0')))
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
