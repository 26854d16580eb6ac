using System.Text.RegularExpressions;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>The names that a page is called by, next to the name of its site.</summary>
/// <param name="sites">What the site is called: by itself, by its publisher, by its host.</param>
/// <param name="heading">The first heading, which has the title alone.</param>
internal sealed partial class TitleParts(IEnumerable<string?> sites, string host, string? heading)
{
    private readonly HashSet<string> _sites = [.. sites.Select(Letters).Where(site => site.Length > 0), .. OfHost(host)];
    private readonly string _heading = Letters(heading);

    /// <summary>Without the name of the site before or behind it.</summary>
    public string? Without(string? title)
    {
        var cuts = title is null ? [] : Between().Matches(title).Select(cut => (From: cut.Index, To: cut.Index + cut.Length)).ToList();
        if (cuts.Count == 0)
        {
            return title;
        }

        foreach (var (from, to) in cuts)
        {
            if (_heading.Length > 0 && (Letters(title![..from]) == _heading || Letters(title[to..]) == _heading))
            {
                return Letters(title[..from]) == _heading ? title[..from] : title[to..];
            }
        }

        return _sites.Contains(Letters(title![cuts[^1].To..])) ? title[..cuts[^1].From]
            : _sites.Contains(Letters(title[..cuts[0].From])) ? title[cuts[0].To..]
            : title;
    }

    /// <summary>Whether a name is that of the site.</summary>
    public bool IsSite(string? name) => _sites.Contains(Letters(name));

    /// <summary>Each part of a title by itself, and all of it.</summary>
    public static IEnumerable<string> Of(string? title) =>
        title is null ? [] : [title.Trim(), .. Between().Split(title).Select(part => part.Trim())];

    /// <summary>What counts when names are compared.</summary>
    public static string Letters(string? name) =>
        name is null ? "" : string.Concat(LatinLetters.Fold(name).Where(char.IsLetterOrDigit));

    private static IEnumerable<string> OfHost(string host)
    {
        var labels = host.Split('.');
        var name = labels.Length < 2 ? host : labels[^2] is "co" or "com" or "ac" or "org" && labels.Length > 2 ? labels[^3] : labels[^2];
        var plain = Letters(name);
        return [plain, Letters(host), $"the{plain}", $"{plain}blog", $"{plain}docs", $"{plain}{Letters(labels[^1])}"];
    }

    [GeneratedRegex(@"\s+(?:[|·•»«‹›‖⋅/-]|::|–|—)\s+|\s*\|\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
