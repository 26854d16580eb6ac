using System.Text.RegularExpressions;

namespace LlmGuide.Core.Figures;

/// <summary>
/// Where a figure stands in a text: an image of the scheme <c>figure</c> in Markdown, and in its HTML an empty place with the caption. The
/// drawing is put there when the page is made, so that a text is not rendered again when a line of a drawing moves.
/// </summary>
public static partial class FigurePlace
{
    public const string Scheme = "figure:";

    /// <summary>The slugs that a rendered text refers to, in its order.</summary>
    public static IEnumerable<string> In(string html) => Shape().Matches(html).Select(match => match.Groups["slug"].Value);

    /// <summary>The place itself, up to the caption. It goes through the allow-list, and comes out as it is.</summary>
    public static string Open(string slug) => $"<figure data-figure=\"{slug}\">";

    /// <summary>Puts something in the place of each opening.</summary>
    /// <param name="html">A rendered text.</param>
    /// <param name="instead">Given the slug.</param>
    public static string Fill(string html, Func<string, string> instead) =>
        html.Contains("<figure ", StringComparison.Ordinal) ? Shape().Replace(html, match => instead(match.Groups["slug"].Value)) : html;

    [GeneratedRegex("<figure data-figure=\"(?<slug>[a-z0-9-]{1,100})\">", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
