using System.Globalization;
using System.Text;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>
/// Text as LaTeX and BibTeX read it: what is special to them escaped, Latin letters with marks as commands, since BibTeX knows only ASCII
/// (L. Lamport, LaTeX: A Document Preparation System, table 3.1). Other scripts stay; today's programs read UTF-8.
/// </summary>
internal static class Latex
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['\\'] = "{\\textbackslash}",
        ['{'] = "\\{",
        ['}'] = "\\}",
        ['$'] = "\\$",
        ['&'] = "\\&",
        ['%'] = "\\%",
        ['#'] = "\\#",
        ['_'] = "\\_",
        ['~'] = "{\\textasciitilde}",
        ['^'] = "{\\textasciicircum}",

        // In the old encoding of fonts these are ¡, ¿ and —.
        ['<'] = "{\\textless}",
        ['>'] = "{\\textgreater}",
        ['|'] = "{\\textbar}",
        ['ß'] = "{\\ss}",
        ['æ'] = "{\\ae}",
        ['Æ'] = "{\\AE}",
        ['œ'] = "{\\oe}",
        ['Œ'] = "{\\OE}",
        ['ø'] = "{\\o}",
        ['Ø'] = "{\\O}",
        ['ł'] = "{\\l}",
        ['Ł'] = "{\\L}",
        ['đ'] = "{\\dj}",
        ['Đ'] = "{\\DJ}",
        ['ı'] = "{\\i}",
        ['å'] = "{\\aa}",
        ['Å'] = "{\\AA}",
        ['þ'] = "{\\th}",
        ['Þ'] = "{\\TH}",
        ['ð'] = "{\\dh}",
        ['Ð'] = "{\\DH}",
        ['–'] = "--",
        ['—'] = "---",
        ['“'] = "``",
        ['”'] = "''",
        ['‘'] = "`",
        ['’'] = "'",
        ['…'] = "{\\ldots}",
        ['\u2010'] = "-",
        ['\u2011'] = "-",
        ['\u00a0'] = "~",
    };

    private static readonly Dictionary<char, string> Marks = new()
    {
        ['\u0300'] = "`",
        ['\u0301'] = "'",
        ['\u0302'] = "^",
        ['\u0303'] = "~",
        ['\u0308'] = "\"",
        ['\u0304'] = "=",
        ['\u0307'] = ".",
        ['\u0306'] = "u",
        ['\u030a'] = "r",
        ['\u030b'] = "H",
        ['\u030c'] = "v",
        ['\u0327'] = "c",
        ['\u0328'] = "k",
        ['\u0323'] = "d",
        ['\u0331'] = "b",
    };

    public static string Escape(string text)
    {
        var written = new StringBuilder(text.Length + 16);
        var composed = text.Normalize(NormalizationForm.FormC);
        var signs = StringInfo.GetTextElementEnumerator(composed);
        while (signs.MoveNext())
        {
            // Two hyphens are one dash.
            var sign = signs.GetTextElement();
            written.Append(sign == "-" && signs.ElementIndex > 0 && composed[signs.ElementIndex - 1] == '-' ? "{}-" : Sign(sign));
        }

        return written.ToString();
    }

    private static string Sign(string sign)
    {
        if (sign.Length == 1 && Letters.TryGetValue(sign[0], out var known))
        {
            return known;
        }

        var parts = sign.Normalize(NormalizationForm.FormD);
        return parts.Length == 2 && char.IsAsciiLetter(parts[0]) && Marks.TryGetValue(parts[1], out var mark)
            ? $"{{\\{mark}{(char.IsAsciiLetter(mark[0]) ? $"{{{parts[0]}}}" : parts[0])}}}"
            : string.Concat(sign.Select(c => Letters.GetValueOrDefault(c, c.ToString())));
    }
}
