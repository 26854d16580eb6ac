namespace LlmGuide.Web.Tests.EveryPage;

/// <summary>What a value from outside can be at its worst, as it stands in an address or in a form that was sent.</summary>
internal static class HostileValues
{
    /// <summary>In every value that is a text: no line of the log may hold it.</summary>
    public const string Marker = "zq7x";

    /// <summary>Longer than every column, short enough for an address.</summary>
    private const int Long = 5_000;

    public static IReadOnlyList<string> All { get; } =
    [
        "",
        $"{Marker}%00",
        $"{Marker}%ED%A0%80",
        $"{Marker}%FF%FE%C0%80",
        $"{Marker}%C3%A9%F0%9F%92%A9%E2%80%AE",
        $"{Marker}%0D%0ALocation%3A%20x%1B%EF%BF%BF",
        $"{Marker}%25zz%zz",
        $"{Marker}%27%22%20OR%20NEAR%28%2A%20-%3A%5E%5C%3B--%25_",
        $"%2F%2F{Marker}%5C..%2F%3C%2Fscript%3E%7B0%7D%24%7B%7D",
        Marker + new string('a', Long),
        "0",
        "-1",
        "1.5",
        "99999999999999999999",
        "2147483647",
        "1e309",
        "NaN",
        "true",
        "on",
        "9999-12-31",
        "00000000-0000-0000-0000-000000000000",
    ];
}
