using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>
/// What a cell of a results table says: "91.0 ± 0.3", "≈ 34", "1,024", "87 %", "28.5*", "93.0/90.7", "27M", or a sign for
/// "not known", and of a bound (">128K") the end that it names. Read as meant or not at all: what can be read in two ways is refused.
/// </summary>
public static partial class ScoreText
{
    /// <summary>Longer cells are no scores.</summary>
    public const int MaxLength = 100;

    private static readonly HashSet<string> Blanks = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "--", "---", "–", "—", "−", "?", "n/a", "na", "n.a.", "none", "null", "nan", "unknown", "tbd", "--*", "-*",
    };

    public static ScoreReading Read(string? text)
    {
        var cell = Bare(text ?? "");
        if (Blanks.Contains(cell))
        {
            return ScoreReading.Blank;
        }

        if (cell.Length > MaxLength || Figure().Match(cell) is not { Success: true } match)
        {
            return ScoreReading.Refuse($"“{Shortened(cell)}” is not a number.");
        }

        var figure = match.Groups["number"].Value;
        if (!Grouped().IsMatch(figure) && figure.Contains(',', StringComparison.Ordinal))
        {
            return ScoreReading.Refuse($"“{Shortened(cell)}” can be read in two ways: write 0.85 for a fraction, 1,024 for thousands.");
        }

        var number = figure.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return ScoreReading.Refuse($"“{Shortened(cell)}” is not a number.");
        }

        return new ScoreReading(value * Scale(match.Groups["scale"].Value), match.Groups["percent"].Success, null);
    }

    /// <summary>The cell as it stands in the source, where it says more than the number; otherwise <c>null</c>.</summary>
    public static string? Remainder(string cell, double value) =>
        Bare(cell) is var bare && bare == value.ToString(CultureInfo.InvariantCulture) ? null : bare;

    // Emphasis of Markdown, the mark at the start of a file, and the spaces that line figures up are not part of the figure.
    private static string Bare(string text) => text
        .Replace("*", text.StartsWith("**", StringComparison.Ordinal) ? "" : "*", StringComparison.Ordinal)
        .Replace("\uFEFF", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace('\u2007', ' ').Replace('\u202F', ' ').Trim();

    private static double Scale(string suffix) => suffix switch
    {
        "k" or "K" => 1e3,
        "m" or "M" => 1e6,
        "b" or "B" => 1e9,
        _ => 1,
    };

    private static string Shortened(string cell) => cell.Length > 40 ? cell[..40] + "…" : cell;

    // A number; then a share, a size, a spread, marks, a second figure or a remark in brackets.
    [GeneratedRegex(
        @"^(?:≈|~|∼|<|>|≤|≥|ca\.?|about)?\s*(?<number>[-−+]?\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d{1,3})?|[-−+]?\.\d+)"
        + @"(?:\s*(?<percent>%)|(?<scale>[kKmMbB])\b)?\s*(?:(?:±|\+/-|\+-)\s*\d+(?:\.\d+)?\s*%?)?\s*[*†‡♦+?]*\s*"
        + @"(?:/\s*\d+(?:\.\d+)?%?[*†‡♦+]*)?\s*(?:\([^()]*\))?$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^[-−+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();
}

/// <summary>What became of a cell: a value, nothing, or a refusal.</summary>
/// <param name="Value"><c>null</c> when the cell says that the value is not known, or is refused.</param>
/// <param name="IsPercent">Whether a percent sign stands behind it.</param>
/// <param name="Refusal">Why it cannot be read, in a sentence.</param>
public sealed record ScoreReading(double? Value, bool IsPercent, string? Refusal)
{
    public static readonly ScoreReading Blank = new(null, false, null);

    public static ScoreReading Refuse(string why) => new(null, false, why);
}
