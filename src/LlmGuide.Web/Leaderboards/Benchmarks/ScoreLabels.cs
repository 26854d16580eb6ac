using System.Globalization;

using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Web.Leaderboards.Benchmarks;

/// <summary>How scores, dates and states are put into words.</summary>
internal static class ScoreLabels
{
    /// <summary>As wide as a digit, so that figures line up at the decimal point.</summary>
    private const char FigureSpace = '\u2007';

    /// <summary>A figure with more decimals than this was computed, and nobody reads them.</summary>
    private const int MostDecimals = 4;

    /// <summary>As the source has it, or the number; what was computed to the last bit, to two decimals.</summary>
    public static string Of(BoardScore score) => Of(score.Value, score.Text);

    public static string Of(double value, string? text) =>
        DecimalsOf(text ?? Number(value)) > MostDecimals ? value.ToString("0.00", CultureInfo.InvariantCulture) : text ?? Number(value);

    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>What follows a figure so that its decimals stand under those of the others; nothing for what is no plain figure.</summary>
    public static string Padding(string figure, int decimals)
    {
        var own = DecimalsOf(figure);
        return own > decimals ? "" : new string(FigureSpace, decimals - own + (own == 0 && decimals > 0 ? 1 : 0));
    }

    /// <summary>How many decimals the figures of a column have at most.</summary>
    public static int Decimals(IEnumerable<string> figures) => figures.Select(DecimalsOf).DefaultIfEmpty(0).Max();

    /// <summary>"12 Jun 2019", "Jun 2019" or "2019".</summary>
    public static string Date(PartialDate date) => (date.Month, date.Day) switch
    {
        ({ } month, { } day) => new DateOnly(date.Year, month, day).ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        ({ } month, null) => new DateOnly(date.Year, month, 1).ToString("MMM yyyy", CultureInfo.InvariantCulture),
        _ => date.ToString(),
    };

    public static string Direction(bool? higherIsBetter) => higherIsBetter switch
    {
        true => "higher is better",
        false => "lower is better",
        null => "neither end is better",
    };

    public static string Setting(string setting) => setting.Length == 0 ? "Usual setting" : setting;

    /// <summary>A line of a list as a sentence: with a capital and a full stop.</summary>
    public static string Sentence(string line) => line.Length == 0 ? "" : $"{char.ToUpperInvariant(line[0])}{line[1..].TrimEnd('.')}.";

    public static string State(Lifecycle lifecycle) => lifecycle switch
    {
        Lifecycle.HostGone => "Host gone",
        _ => lifecycle.ToString(),
    };

    // "28.5*" has one as well: a mark does not move the point.
    private static int DecimalsOf(string figure)
    {
        var point = figure.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : figure[(point + 1)..].TakeWhile(char.IsAsciiDigit).Count();
    }
}
