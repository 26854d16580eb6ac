using System.Globalization;
using System.Runtime.InteropServices;

namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>A date of which only the year, or the year and the month, may be known.</summary>
/// <param name="Year">1900 to 2100.</param>
/// <param name="Month">1 to 12, where known.</param>
/// <param name="Day">Where known, and only with a month.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>Reads <c>2019</c>, <c>2019-06</c> or <c>2019-06-12</c>.</summary>
    /// <returns><c>null</c> for what is no such date; nothing is guessed.</returns>
    public static PartialDate? Parse(string? text)
    {
        var parts = (text ?? "").Trim().Split('-');
        if (parts.Length > 3 || Number(parts[0], 4) is not { } year || year is < FirstYear or > LastYear)
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return new PartialDate(year);
        }

        if (Number(parts[1], 2) is not { } month || month is < 1 or > 12)
        {
            return null;
        }

        return parts.Length == 2 ? new PartialDate(year, month)
            : Number(parts[2], 2) is { } day && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new PartialDate(year, month, day)
            : null;
    }

    /// <summary>
    /// Where it stands in time, in years: 2019.5 for the middle of 2019, which is also where a date without month stands.
    /// </summary>
    public double Position => Month is not { } month ? Year + 0.5
        : Day is { } day ? Year + ((new DateTime(Year, month, day).DayOfYear - 0.5) / (DateTime.IsLeapYear(Year) ? 366 : 365))
        : Year + ((month - 0.5) / 12);

    public int CompareTo(PartialDate other) => Position.CompareTo(other.Position);

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => (Month, Day) switch
    {
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private static int? Number(string text, int digits) =>
        text.Length == digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
