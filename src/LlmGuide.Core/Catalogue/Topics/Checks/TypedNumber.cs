using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>
/// A number as people type one: <c>70,272</c>, <c>70 272 B</c>, <c>7.03e4</c>, <c>7.03×10^4</c>, <c>7,03</c>, <c>3/4</c>, <c>2^20</c>.
/// </summary>
/// <param name="Value">As it stands there, without what the words after it say.</param>
/// <param name="Unit">The words after it; empty for none.</param>
public sealed partial record TypedNumber(double Value, string Unit)
{
    /// <summary>A longer text is no number that anybody typed.</summary>
    public const int Longest = 100;

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly Dictionary<string, double> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thousand"] = 1e3,
        ["k"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["%"] = 0.01,
        ["percent"] = 0.01,
    };

    /// <summary>With a first word such as "million", or a percent sign, counted into the number; and the unit that is left.</summary>
    public (double Value, string Unit) Scaled
    {
        get
        {
            var words = Unit.Split(' ', 2, StringSplitOptions.TrimEntries);
            return Scales.TryGetValue(words[0], out var scale) ? (Value * scale, words.ElementAtOrDefault(1) ?? "") : (Value, Unit);
        }
    }

    /// <summary>
    /// A single comma before exactly three digits groups thousands, as in English; any other single comma is a decimal one, as in
    /// German. Of commas and points in one number, the last is the decimal sign.
    /// </summary>
    /// <returns><c>null</c> for what is no number, or is too long to be one.</returns>
    public static TypedNumber? Read(string? text)
    {
        if (text is null || text.Length > Longest || Shape().Match(Plain(text)) is not { Success: true } found
            || Mantissa(found.Groups["mantissa"].Value) is not { } mantissa)
        {
            return null;
        }

        var value = mantissa * (found.Groups["sign"].Value == "-" ? -1 : 1);
        value *= Math.Pow(10, Exponent(found.Groups["tens"]) ?? 0);
        value = Exponent(found.Groups["power"]) is { } power ? Math.Pow(value, power) : value;
        value = found.Groups["divisor"] is { Success: true } divisor ? Mantissa(divisor.Value) is { } by ? value / by : double.NaN : value;
        return double.IsFinite(value) ? new TypedNumber(value, found.Groups["unit"].Value.Trim(' ', '.')) : null;
    }

    /// <summary>Half of what the last digit of a decimal number stands for; 0 for a whole one.</summary>
    public static double RoundingOf(string text) =>
        Shape().Match(Plain(text)) is { Success: true } found && found.Groups["mantissa"].Value.Split('.') is [_, { Length: > 0 } digits]
            ? 0.5 * Math.Pow(10, (Exponent(found.Groups["tens"]) ?? 0) - digits.Trim().Length)
            : 0;

    private static string Plain(string text)
    {
        var plain = string.Concat(text.Select(c => c switch
        {
            '−' or '–' => '-',
            '\'' or '’' or '_' => ' ',
            _ when char.IsWhiteSpace(c) => ' ',
            _ => c,
        })).Replace("{,}", ",", StringComparison.Ordinal);
        return Superscript().Replace(plain, raised => "^" + string.Concat(raised.Value.Select(
            c => c == '⁻' ? '-' : (char)('0' + Raised.IndexOf(c, StringComparison.Ordinal)))));
    }

    private static int? Exponent(Group found) =>
        found.Success && int.TryParse(found.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -400, 400) : null;

    private static double? Mantissa(string typed)
    {
        var spaced = typed.Trim(' ', ',');
        var text = spaced.Contains(' ', StringComparison.Ordinal) && GroupedBySpace().IsMatch(spaced)
            ? spaced.Replace(" ", "", StringComparison.Ordinal) : spaced;
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        var grouping = comma >= 0 && point >= 0 ? comma > point ? '.' : ','
            : Grouped().IsMatch(text) && text == spaced ? ','
            : text.Count(c => c == '.') > 1 ? '.'
            : (char?)null;
        if (grouping is { } sign)
        {
            var whole = text[..(comma >= 0 && point >= 0 ? Math.Max(comma, point) : text.Length)];
            if (!Grouped().IsMatch(whole.Replace(sign, ',')))
            {
                return null;
            }

            text = text.Replace($"{sign}", "", StringComparison.Ordinal);
        }

        return double.TryParse(
            text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    [GeneratedRegex(
        @"^[\s≈~=]*(?:about|around|ca\.?)?\s*(?<sign>[-+])?\s*(?<mantissa>\d[\d ,.]*|\.\d+)"
        + @"(?:[eE](?<tens>[-+]?\d{1,4})(?!\w)|\s*[x×*·⋅]\s*10\s*(?:\^|\*\*)\s*\{?(?<tens>[-+]?\d{1,4})\}?"
        + @"|\s*(?:\^|\*\*)\s*\{?(?<power>[-+]?\d{1,4})\}?|\s*/\s*(?<divisor>\d[\d,.]*))?\s*(?<unit>[^\d]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Superscript();

    [GeneratedRegex(@"^\d{1,3}( \d{3})+(?:[.,]\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GroupedBySpace();

    [GeneratedRegex(@"^[1-9]\d{0,2}(,\d{3})+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();
}
