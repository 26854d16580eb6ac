using System.Text.RegularExpressions;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>What a page states in its <c>meta</c> elements, in order.</summary>
internal sealed partial class MetaTags
{
    private const int Most = 2_000;

    private readonly List<(string Name, string Content)> _all = [];

    /// <summary>The name of the characters that it is written in, as it says itself.</summary>
    public string? Charset { get; private set; }

    public IEnumerable<string> All(string name) =>
        _all.Where(meta => string.Equals(meta.Name, name, StringComparison.OrdinalIgnoreCase)).Select(meta => meta.Content);

    /// <param name="attribute">Gives an attribute of the element by its name.</param>
    public void Add(Func<string, string?> attribute)
    {
        var content = attribute("content");
        Charset ??= attribute("charset") ?? (IsContentType(attribute) && NamedIn().Match(content ?? "") is { Success: true } named
            ? named.Groups["name"].Value : null);

        // Some sites write "property" where "name" belongs, and the other way around.
        if ((attribute("name") ?? attribute("property")) is { } name && !string.IsNullOrWhiteSpace(content) && _all.Count < Most)
        {
            _all.Add((name, content));
        }
    }

    private static bool IsContentType(Func<string, string?> attribute) =>
        string.Equals(attribute("http-equiv"), "content-type", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        """charset\s*=\s*["']?(?<name>[^\s;"']{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedIn();
}
