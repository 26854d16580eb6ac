using System.Globalization;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Web.Shared.Display;

/// <summary>How facts are put into words.</summary>
public static class Labels
{
    private const int HalfHour = 30;

    /// <summary>"Ashish Vaswani", "Lewis and Liu" or "Vaswani et al.".</summary>
    public static string Authors(IReadOnlyList<string> names) => names switch
    {
        [] => "",
        [var one] => one,
        [var first, AuthorList.Others] => $"{Family(first)} et al.",
        [var first, var second] => $"{Family(first)} and {Family(second)}",
        [var first, ..] => $"{Family(first)} et al.",
    };

    /// <summary>"NeurIPS 2017" as it is; "OpenAI technical report, 2019" where the venue names no year of its own.</summary>
    public static string Published(string? venue, int? year)
    {
        var when = year?.ToString(CultureInfo.InvariantCulture);
        return (venue, when) switch
        {
            (null or "", null) => "",
            (null or "", _) => when,
            (_, null) => venue,
            _ => NamesYear(venue) ? venue : $"{venue}, {when}",
        };
    }

    /// <summary>"about 35 min", "about 2 h", "about 2.5 h": rounded to five minutes, from a hundred on to half hours.</summary>
    public static string About(int minutes) => minutes switch
    {
        < 20 => string.Create(CultureInfo.InvariantCulture, $"about {minutes} min"),
        < 100 => string.Create(CultureInfo.InvariantCulture, $"about {Round(minutes, 5)} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"about {Round(minutes, HalfHour) / 60m:0.#} h"),
    };

    /// <summary>"1 essential", "3 essentials".</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    /// <summary>"18 Nov 2026, 09:12 UTC"; without the year when it is this one.</summary>
    public static string When(DateTimeOffset time, DateTimeOffset? now = null) => Utc(
        time, time.UtcDateTime.Year == now?.UtcDateTime.Year ? "d MMM, HH:mm 'UTC'" : "d MMM yyyy, HH:mm 'UTC'");

    /// <summary>"18 November 2026".</summary>
    public static string Date(DateTimeOffset time) => Utc(time, "d MMMM yyyy");

    /// <summary>"18 November 2026, 09:12 UTC", for whoever wants to know exactly.</summary>
    public static string Full(DateTimeOffset time) => Utc(time, "d MMMM yyyy, HH:mm 'UTC'");

    /// <summary>"2026-11-18T09:12:33Z", for programs.</summary>
    public static string Machine(DateTimeOffset time) => Utc(time, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>"30 Nov 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a text, on one line and cut at a word.</summary>
    public static string Excerpt(string text, int length)
    {
        var line = string.Join(' ', Core.Text.PlainText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', length);
        return line[..(cut > 0 ? cut : length)] + "…";
    }

    public static string Kind(ResourceKind kind) => kind switch
    {
        ResourceKind.Documentation => "Docs",
        ResourceKind.Dataset => "Data set",
        _ => kind.ToString(),
    };

    /// <summary>"June 2017", "2017", or nothing.</summary>
    public static string Month(int? year, int? month) => (year, month) switch
    {
        (null, _) => "",
        ({ } y, null) => y.ToString(CultureInfo.InvariantCulture),
        ({ } y, { } m) => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m)} {y.ToString(CultureInfo.InvariantCulture)}",
    };

    private static string Utc(DateTimeOffset time, string form) => time.UtcDateTime.ToString(form, CultureInfo.InvariantCulture);

    private static string Family(string name) => name.Split('(')[0].TrimEnd().Split(' ')[^1];

    private static bool NamesYear(string venue) =>
        venue.Split(' ', '(', ')', ',').Any(word => word.Length == 4 && word.All(char.IsAsciiDigit));

    private static int Round(int minutes, int step) => (int)Math.Round(minutes / (double)step, MidpointRounding.AwayFromZero) * step;
}
