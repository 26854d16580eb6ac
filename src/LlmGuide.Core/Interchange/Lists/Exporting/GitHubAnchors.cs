using System.Globalization;
using System.Text;

namespace LlmGuide.Core.Interchange.Lists.Exporting;

/// <summary>
/// The anchors that GitHub gives to headings: lower case, without signs, spaces as hyphens, numbered where one comes again
/// (https://github.com/Flet/github-slugger).
/// </summary>
internal sealed class GitHubAnchors
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public string Next(string heading)
    {
        var plain = Of(heading);
        var anchor = plain;
        while (_seen.ContainsKey(anchor))
        {
            _seen[plain]++;
            anchor = $"{plain}-{_seen[plain].ToString(CultureInfo.InvariantCulture)}";
        }

        _seen[anchor] = 0;
        return anchor;
    }

    private static string Of(string heading)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var rune in heading.ToLowerInvariant().EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                anchor.Append('-');
            }
            else if (rune.Value == '-' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber)
            {
                anchor.Append(rune.ToString());
            }
        }

        return anchor.ToString();
    }
}
