using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LlmGuide.Core.Figures;

/// <summary>
/// What a drawing may be made of. It names what is allowed: shapes and words, in the colours of the theme. There is no element that runs,
/// loads or refers to anything, and no attribute that holds an address or a style.
/// </summary>
internal static partial class FigureVocabulary
{
    /// <summary>In units, which are pixels on the narrowest screen that the site is made for, and more elsewhere.</summary>
    public const int MinFontSize = 13;

    private const string Number = @"-?(?:\d+(?:\.\d+)?|\.\d+)";

    private static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
        ["svg", "title", "desc", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan"],
        StringComparer.Ordinal);

    /// <summary>The theme's colours, with what they are on white paper; a test compares them with <c>guide.css</c>.</summary>
    private static readonly FrozenDictionary<string, string> Tokens = (((string Name, string Light)[])
    [
        ("bg", "#fcfdfd"), ("raised", "#ffffff"), ("sunken", "#f1f4f4"), ("ink", "#161d1c"), ("ink-2", "#46524f"),
        ("ink-3", "#5f6b68"), ("line", "#dfe5e3"), ("line-2", "#bcc7c4"), ("control", "#7a8784"), ("track", "#889592"),
        ("accent", "#0b5a69"), ("accent-2", "#083f4a"), ("accent-bg", "#e3f0f2"), ("on-accent", "#ffffff"),
        ("mark", "#ffec8f"), ("mark-ink", "#1d1a05"), ("mark-line", "#8a6d00"), ("ok", "#1c6b3c"), ("ok-bg", "#e4f3e9"),
        ("warn", "#7d5200"), ("warn-bg", "#fcf1d8"), ("bad", "#a9261f"), ("bad-bg", "#fceae8"), ("k-paper", "#2c4fa3"),
        ("k-article", "#3a681d"), ("k-video", "#9c2f5c"), ("k-docs", "#475569"), ("k-code", "#854a0a"),
        ("k-course", "#0a6757"),
    ]).ToFrozenDictionary(token => token.Name, token => token.Light, StringComparer.Ordinal);

    /// <summary>Those of <see cref="Tokens"/> that are made to be read.</summary>
    private static readonly FrozenSet<string> TextTokens = FrozenSet.ToFrozenSet(
        [
            "ink", "ink-2", "ink-3", "accent", "accent-2", "on-accent", "mark-ink", "ok", "warn", "bad",
            "k-paper", "k-article", "k-video", "k-docs", "k-code", "k-course",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Regex> Attributes = (((Regex Value, string[] Names)[])
    [
        (ViewBox(), ["viewBox"]),
        (RoleOfImage(), ["role"]),
        (Name(), ["data-module", "data-part"]),
        (PathData(), ["d"]),
        (Points(), ["points", "stroke-dasharray"]),
        (Transform(), ["transform"]),
        (Word(), ["stroke-linecap", "stroke-linejoin", "text-anchor", "dominant-baseline", "font-weight", "font-style"]),
        (FontToken(), ["font-family"]),
        (OneNumber(),
        [
            "x", "y", "dx", "dy", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height",
            "font-size", "opacity", "fill-opacity", "stroke-width",
        ]),
    ]).SelectMany(of => of.Names, (of, name) => (name, of.Value)).ToFrozenDictionary(of => of.name, of => of.Value, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Colours => Tokens;

    public static bool HasElement(string name) => Elements.Contains(name);

    /// <summary>Whether an element may have this, and this in it. Colours are for <see cref="ColourFault"/>.</summary>
    public static bool Allows(string attribute, string value) => Attributes.TryGetValue(attribute, out var shape) && shape.IsMatch(value);

    /// <returns>What is wrong with a fill or a stroke, or <c>null</c>.</returns>
    public static string? ColourFault(string element, string value)
    {
        if (value is "none" or "currentColor")
        {
            return null;
        }

        var token = Token().Match(value) is { Success: true } match ? match.Groups["name"].Value : "";
        return !Tokens.ContainsKey(token)
                ? $"The colour “{value}” is none of the theme’s: write none, currentColor or var(--accent), for instance."
            : element is "text" or "tspan" && !TextTokens.Contains(token)
                ? $"Words in var(--{token}) are too faint to read: take var(--ink-2), for instance."
            : null;
    }

    /// <summary>A drawing with the colours of the theme in the place of their names, for where there is no theme.</summary>
    public static string OnPaper(string svg) => TokenAnywhere().Replace(
        svg, match => match.Groups["name"].Value is "mono" ? "monospace"
            : Tokens.GetValueOrDefault(match.Groups["name"].Value, "sans-serif"));

    [GeneratedRegex($@"^{Number}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneNumber();

    [GeneratedRegex(@"^[-+0-9.eMmLlHhVvCcSsQqTtAaZz, ]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathData();

    [GeneratedRegex(@"^[-0-9., ]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Points();

    [GeneratedRegex(@"^(?:(?:translate|rotate|scale)\([-0-9., ]+\) ?)+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Transform();

    [GeneratedRegex(@"^[a-z0-9-]{1,20}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^var\(--(?:mono|serif|sans)\)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FontToken();

    [GeneratedRegex(@"^var\(--(?<name>[a-z0-9-]{1,20})\)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"var\(--(?<name>[a-z0-9-]{1,20})\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenAnywhere();

    [GeneratedRegex(@"^0 0 328 [1-9][0-9]{1,2}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ViewBox();

    [GeneratedRegex(@"^img\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleOfImage();
}
