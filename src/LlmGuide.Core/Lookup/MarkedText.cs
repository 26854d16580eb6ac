using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using AngleSharp.Html;

namespace LlmGuide.Core.Lookup;

/// <summary>
/// Titles and names as a reader sees them, of text that has marks of JATS, MathML or HTML in it, and characters by their names.
/// </summary>
internal static partial class MarkedText
{
    /// <summary>What separates; all other marks join what is beside them.</summary>
    private static readonly HashSet<string> Separate =
        new(StringComparer.OrdinalIgnoreCase) { "p", "br", "break", "title", "subtitle", "sec", "list", "list-item", "li", "div", "label" };

    /// <summary>What says the same once more, for programs.</summary>
    private static readonly HashSet<string> Again =
        new(StringComparer.OrdinalIgnoreCase) { "annotation", "annotation-xml", "tex-math" };

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "i", "b", "em", "strong", "sub", "sup", "inf", "scp", "sc", "small-caps", "tt", "u", "s", "strike", "span", "font", "a", "small",
        "italic", "bold", "underline", "monospace", "overline", "roman", "sans-serif", "named-content", "styled-content", "ext-link",
        "xref", "inline-formula", "disp-formula", "alternatives", "abbrev", "math", "mi", "mo", "mn", "mrow", "msub", "msup", "msubsup",
        "mtext", "mspace", "mover", "munder", "munderover", "mfrac", "msqrt", "mroot", "mfenced", "mstyle", "mtable", "mtr", "mtd",
        "mpadded", "mphantom", "menclose", "mmultiscripts", "semantics",
    };

    /// <summary>Without marks and names of characters; what was escaped twice, as in many feeds, is read twice.</summary>
    public static string? Plain(string? text) => text is null ? null : Once(Once(text));

    /// <summary>As <see cref="Plain"/>, where what looks like a mark is a part of the text.</summary>
    public static string? Decoded(string? text) => text is null ? null : Characters(Characters(text));

    private static string Once(string text) => Characters(Unmarked(text));

    private static string Unmarked(string text)
    {
        var plain = new StringBuilder(text.Length);
        var (at, again, formula) = (0, 0, 0);
        foreach (var mark in Mark().EnumerateMatches(text))
        {
            var tag = text.AsSpan(mark.Index, mark.Length);
            var name = NameOf(tag);
            if (!Known.Contains(name) && !Separate.Contains(name) && !Again.Contains(name))
            {
                continue;
            }

            Take(text.AsSpan(at, mark.Index - at));
            at = mark.Index + mark.Length;
            var step = tag[1] == '/' ? -1 : tag[^2] == '/' ? 0 : 1;
            again = Math.Max(0, again + (Again.Contains(name) ? step : 0));
            formula = Math.Max(0, formula + (name.Equals("math", StringComparison.OrdinalIgnoreCase) ? step : 0));
            plain.Append(Separate.Contains(name) ? " " : "");
        }

        Take(text.AsSpan(at));
        return plain.ToString();

        // White space between the parts of a formula is that of its file.
        void Take(ReadOnlySpan<char> words) => plain.Append(again > 0 ? [] : formula > 0 ? words.Trim() : words);
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag.Trim("</>");
        name = name[..(name.IndexOfAny(" \t\n\r/") is >= 0 and var end ? end : name.Length)];
        return name[(name.IndexOf(':') + 1)..].ToString();
    }

    private static string Characters(string text) => text.Contains('&', StringComparison.Ordinal) ? Named().Replace(text, Character) : text;

    // As a browser does: 128 to 159 are those of Windows 1252.
    private static string Character(Match named)
    {
        var code = named.Groups["hex"] is { Success: true, Value: var hex }
                ? int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : named.Groups["number"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture)
            : -1;
        return code < 0 ? HtmlEntityProvider.Resolver.GetSymbol($"{named.Groups["name"].Value};") ?? named.Value
            : HtmlEntityProvider.IsInCharacterTable(code) ? HtmlEntityProvider.GetSymbolFromTable(code) ?? ""
            : Rune.IsValid(code) ? new Rune(code).ToString() : "";
    }

    [GeneratedRegex("</?[A-Za-z][^<>]{0,500}>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(
        "&(#[xX](?<hex>[0-9A-Fa-f]{1,6})|#(?<number>[0-9]{1,7})|(?<name>[A-Za-z][A-Za-z0-9]{1,31}));", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
