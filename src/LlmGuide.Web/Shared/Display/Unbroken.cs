using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Shared.Display;

/// <summary>
/// Titles in which no line ends inside a short name: "GPT-2", "Llama-3.1", "τ-bench". A browser may break a line behind every hyphen, and
/// no rule of CSS tells one hyphen from another. A hyphen that does not break (U+2011) would be copied, and found by nobody who types the
/// usual one; so the text stays as it is, and the name is an element that is kept in one line.
/// </summary>
internal static partial class Unbroken
{
    /// <summary>What is longer must break somewhere on a phone: "grok-voice-think-fast-1.0".</summary>
    private const int Longest = 16;

    private static readonly HtmlEncoder Text = HtmlEncoder.Create(UnicodeRanges.All);

    public static MarkupString Of(string title)
    {
        var (html, from) = (new StringBuilder(title.Length), 0);
        foreach (Match name in Hyphenated().Matches(title))
        {
            if (IsName(name.Value))
            {
                html.Append(Text.Encode(title[from..name.Index]))
                    .Append("<span class=\"nb\">").Append(Text.Encode(name.Value)).Append("</span>");
                from = name.Index + name.Length;
            }
        }

        return new MarkupString(html.Append(Text.Encode(title[from..])).ToString());
    }

    /// <summary>A number or a single letter is in it, as in no usual word: "fine-tuning" may break.</summary>
    private static bool IsName(string word) =>
        word.Length <= Longest && (word.Any(char.IsNumber) || Array.Exists(word.Split('-'), part => part.Length == 1));

    [GeneratedRegex(
        @"[\p{L}\p{N}][\p{L}\p{M}\p{N}.]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}.]*)+", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hyphenated();
}
