using System.Globalization;
using System.Text.RegularExpressions;

using LlmGuide.Core.Leaderboards.Benchmarks;

namespace LlmGuide.Web.Leaderboards.Benchmarks.Rows;

/// <summary>
/// Which columns a table of results needs: what is the same in all of its rows is said once below it, so that a row has one line.
/// </summary>
public sealed partial class BoardLayout
{
    private const int MostMarks = 26;

    private readonly IReadOnlyList<BoardRow> _rows;

    public BoardLayout(IReadOnlyList<BoardRow> rows)
    {
        _rows = rows;
        ShowsSetting = Differ(r => r.Setting);
        ShowsVersion = Differ(r => r.Version);
        ShowsTrack = Differ(r => r.Track);
        ShowsMeasured = Differ(r => r.MeasuredBy?.ToString() ?? "");
        Sources = [.. rows.GroupBy(r => r.Source, StringComparer.Ordinal).OrderByDescending(g => g.Count())
            .Select(g => (g.Key, g.First().SourceUrl))];
    }

    public bool ShowsSetting { get; }

    public bool ShowsVersion { get; }

    public bool ShowsTrack { get; }

    public bool ShowsMeasured { get; }

    /// <summary>Where the numbers are from, with a place; the first has no mark, the others each a letter.</summary>
    public IReadOnlyList<(string Name, string Url)> Sources { get; }

    /// <returns>The mark of a row's source; empty for the usual one.</returns>
    public string Mark(BoardRow row)
    {
        var index = Sources.Index().FirstOrDefault(s => s.Item.Name == row.Source).Index;
        return index == 0 ? "" : MarkOf(index);
    }

    public static string MarkOf(int index) => ((char)('a' + ((index - 1) % MostMarks))).ToString();

    /// <summary>What holds for every row, in sentences.</summary>
    public string Common(BoardView board) => _rows is not [var one, ..] ? "" : string.Join(' ', new[]
    {
        ShowsMeasured ? "" : MeasuredLabels.Sentence(one.MeasuredBy),
        ShowsSetting || one.Setting.Length == 0 || board.Setting is not null ? "" : $"Setting: {one.Setting}.",
        ShowsVersion || one.Version.Length == 0 ? "" : $"Version of the benchmark: {one.Version}.",
        ShowsTrack || one.Track.Length == 0 ? "" : $"Track: {one.Track}.",
    }.Where(sentence => sentence.Length > 0));

    /// <summary>"Devlin et al., 2018" for a model that names its paper, else the number or the host of the paper.</summary>
    public static string Paper(BoardRow row) =>
        AuthorYear().Match(row.Model) is { Success: true } named
            ? int.TryParse(named.Groups["who"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? row.Model : named.Groups["who"].Value
        : row.PaperUrl is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var address) ? row.Source
        : ArxivNumber().Match(url) is { Success: true } arxiv ? $"arXiv {arxiv.Groups["number"].Value}"
        : row.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $"{address.Host}, {date.Year}")
        : address.Host;

    private bool Differ(Func<BoardRow, string> of) => _rows.Select(of).Distinct(StringComparer.Ordinal).Skip(1).Any();

    [GeneratedRegex(@"\((?<who>[^()]*\b(?:19|20)\d\d)\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AuthorYear();

    [GeneratedRegex(@"arxiv\.org/(?:abs|pdf)/(?<number>\d{4}\.\d{4,5})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArxivNumber();
}
