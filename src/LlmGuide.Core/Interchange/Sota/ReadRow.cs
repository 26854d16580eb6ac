using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>A row as it was meant, or the reason why it cannot be taken.</summary>
/// <param name="Scores">Its values by the name of the metric.</param>
/// <param name="Date">When, as far as is known.</param>
/// <param name="Refusal">Why it is not taken; <c>null</c> for a row that is.</param>
internal sealed record ReadRow(
    SotaRow Row, IReadOnlyList<ReadScore> Scores, PartialDate? Date, string? Refusal, IReadOnlyList<string> Remarks)
{
    public string? PaperUrl => Row.PaperUrl.Length > 0 && WebAddress.IsWhole(Row.PaperUrl) ? Row.PaperUrl : null;

    public string? PaperTitle => Row.PaperTitle.Length > 0 ? Row.PaperTitle : null;

    public string? CodeUrl => WebAddress.IsWhole(Row.CodeUrl) ? Row.CodeUrl : null;

    public string Track => Row.Track.Length is > 0 and <= BenchmarkResult.LongestSetting ? Row.Track : Row.ExtraData ? "extra data" : "";

    public string? Version => Row.Version.Length is > 0 and <= BenchmarkResult.LongestVersion ? Row.Version : null;

    public Measurer? MeasuredBy => Measurer.Parse(Row.MeasuredBy);

    public ReferenceKind? Reference => Names.Parse<ReferenceKind>(Row.Reference);

    public string? Note => Row.Note.Length is > 0 and <= BenchmarkResult.LongestNote ? Row.Note : null;

    /// <summary>Where it says that its number is from, with the very place; <c>null</c> where it does not say.</summary>
    public (ImportSource Source, string Place)? Source =>
        Row.Source.Title.Length is > 0 and <= ResultSource.LongestName && WebAddress.IsWhole(Row.Source.Url)
            ? (new ImportSource(
                Row.Source.Title, Row.Source.Url, Row.Source.Licence.Length > 0 ? Row.Source.Licence : null, Row.Source.Attribution),
                WebAddress.IsWhole(Row.Source.Place) ? Row.Source.Place : Row.Source.Url)
            : null;

    /// <summary>Reads a whole table, since the scale of a value shows only beside the others.</summary>
    public static IReadOnlyList<ReadRow> Of(SotaBoard board)
    {
        var declared = board.Metrics.Where(m => m.Length > 0).ToHashSet(StringComparer.Ordinal);
        var readings = board.Rows.Select(row => row.Scores.Select(s => (s.Metric, s.Value, Reading: ScoreText.Read(s.Value))).ToList())
            .ToList();
        var scaled = readings.SelectMany(r => r).GroupBy(s => s.Metric, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key, g => new Queue<ScaledScore>(ScoreColumn.Align([.. g.Select(s => s.Reading)])), StringComparer.Ordinal);
        return [.. board.Rows.Zip(readings, (row, cells) => One(
            row, [.. cells.Select(c => (c.Metric, c.Value, c.Reading, scaled[c.Metric].Dequeue()))], declared))];
    }

    private static ReadRow One(
        SotaRow row, IReadOnlyList<(string Metric, string Cell, ScoreReading Reading, ScaledScore Scaled)> cells, HashSet<string> declared)
    {
        var remarks = new List<string>();
        var scores = new List<ReadScore>();
        foreach (var (metric, cell, reading, scaled) in cells)
        {
            if (declared.Count > 0 && !declared.Contains(metric))
            {
                remarks.Add($"“{metric}” is not among the metrics of the table; its value was left out.");
            }
            else if (metric.Length is 0 or > Leaderboards.Benchmarks.BenchmarkMetric.LongestName || scores.Exists(s => s.Metric == metric))
            {
                remarks.Add($"A metric “{(metric.Length > 40 ? metric[..40] + "…" : metric)}” cannot be: "
                    + "a name is missing, too long or given twice.");
            }
            else if (reading.Refusal is { } refusal)
            {
                remarks.Add($"{metric}: {refusal}");
            }
            else if (scaled.Value is { } value)
            {
                scores.Add(new ReadScore(metric, value, ScoreText.Remainder(cell, value)));
                remarks.AddRange(scaled.Remark is { } remark ? [$"{metric}: {remark}"] : []);
            }
        }

        var date = PartialDate.Parse(row.PaperDate) ?? PartialDate.Parse(row.Date);
        if (date is null && row.PaperDate.Length > 0)
        {
            remarks.Add($"“{(row.PaperDate.Length > 40 ? row.PaperDate[..40] + "…" : row.PaperDate)}” is not a date; it was left out.");
        }

        if (row.PaperUrl.Length > 0 && !WebAddress.IsWhole(row.PaperUrl))
        {
            remarks.Add("The address of the paper is not a whole http or https address; it was left out.");
        }

        if (row.MeasuredBy.Length > 0 && Measurer.Parse(row.MeasuredBy) is null)
        {
            remarks.Add($"Who measured it cannot be read; it was left out. Write {Measurer.Forms}.");
        }

        return new ReadRow(row, scores, date, Refused(row, scores, remarks), remarks);
    }

    private static string? Refused(SotaRow row, List<ReadScore> scores, List<string> remarks) =>
        row.Model.Length == 0 ? "The model has no name."
        : row.Model.Length > BenchmarkResult.LongestModel
            ? $"The name of the model is longer than {BenchmarkResult.LongestModel} characters."
        : scores.Count == 0 ? string.Join(' ', remarks.Prepend("It has no value in any metric."))
        : null;
}

/// <param name="Metric">The name of the metric.</param>
/// <param name="Value">In the scale of its column.</param>
internal sealed record ReadScore(string Metric, double Value, string? Text);
