using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmGuide.Core.Lookup;

/// <summary>
/// The year of a date, and its month where that is said for sure, as tags and files write it: <c>2019</c>, <c>2019/06</c>,
/// <c>2019-06-02T10:00:00Z</c>, <c>20190602</c>, <c>2 June 2019</c>, <c>Jun 2, 2019</c>, <c>2019年6月2日</c>. In <c>06/02/2019</c> nobody
/// knows which is the month.
/// </summary>
internal static partial class WrittenDate
{
    private const string Months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

    /// <returns>Year and month; <c>null</c> where no year can be told.</returns>
    public static (int Year, int? Month)? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var found = Numbers().Match(text) is { Success: true } numbers ? numbers : Words().Match(text);
        if (!found.Success)
        {
            return Ending().Match(text) is { Success: true } last ? (Number(last, "year"), null) : null;
        }

        return (Number(found, "year"), found.Groups["name"] is { Success: true, Value: var name }
            ? (Months.IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 4) + 1
            : found.Groups["month"].Success ? Number(found, "month") : null);
    }

    private static int Number(Match found, string group) => int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);

    private const RegexOptions Plainly = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(\s*[-/.年]\s*(?<month>[0-9]{1,2})([^0-9].*)?|(?<month>(0[1-9]|1[0-2]))[0-3][0-9]([^0-9].*)?"
        + @"|[^0-9\p{L}][^\p{L}]*|T.*)?\z",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        $@"(^|[^\p{{L}}])(?<name>{Months})[a-z]*\.?(\s+[0-9]{{1,2}}(st|nd|rd|th)?)?[\s,.-]+(?<year>[0-9]{{4}})(?![0-9])",
        Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"(^|[^0-9])(?<year>(19|20)[0-9]{2})\z", Plainly, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();
}
