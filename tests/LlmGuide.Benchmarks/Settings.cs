using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <param name="Names">Which benchmarks to run; none for all.</param>
/// <param name="Measure">How long each measurement runs.</param>
/// <param name="Rounds">How often each is repeated, in turn with the others.</param>
/// <param name="WarmUp">How long each server is asked at least before anything counts.</param>
/// <param name="Resources">How many works are added for the search.</param>
/// <param name="Comments">How many comments.</param>
/// <param name="Site">A folder with the published site; <c>null</c> to publish it.</param>
/// <param name="Members">How many other members there are.</param>
/// <param name="Keep">A folder in which what is searched is kept, and used again; <c>null</c> to make it each time.</param>
/// <param name="Postgres">The connection to an empty database; <c>null</c> for SQLite alone.</param>
internal sealed record Settings(
    IReadOnlyList<string> Names, TimeSpan Measure, int Rounds, TimeSpan WarmUp, int Resources, int Comments, string? Site,
    int Members, string? Keep, string? Postgres)
{
    public bool Wants(string name) => Names.Count == 0 || Names.Contains(name);

    public static Settings Read(string[] args)
    {
        return new Settings(
            [.. args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))],
            TimeSpan.FromSeconds(Number("--seconds", 2)), Number("--rounds", 5),
            TimeSpan.FromSeconds(Number("--warm-up", 10)),
            Number("--resources", 100_000), Number("--comments", 1_000_000), Text("--site"),
            Number("--members", 100_000), Text("--keep"), Text("--postgres"));

        int Number(string option, int fallback) => Text(option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;

        string? Text(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
    }
}
