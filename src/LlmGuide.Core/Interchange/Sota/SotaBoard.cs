namespace LlmGuide.Core.Interchange.Sota;

/// <summary>A task as the format has it, without its tables.</summary>
internal sealed class SotaHeader(int line)
{
    public int Line { get; } = line;

    /// <summary><c>null</c> while it has not been read: in sorted files it stands after the tables.</summary>
    public string? Name { get; set; }

    public string Description { get; set; } = "";

    public string? Category { get; set; }

    public string SourceTitle { get; set; } = "";

    public string SourceUrl { get; set; } = "";
}

/// <summary>One table of results.</summary>
/// <param name="Part">The part of it that the table is of; empty for the whole.</param>
/// <param name="Url">The data set's home, else the paper that it is cited with; empty when unknown.</param>
/// <param name="Metrics">The metrics that the table declares; empty when it declares none.</param>
/// <param name="Rows">Its rows, in order.</param>
internal sealed record SotaBoard(
    int Task, string Dataset, string Part, string Url, IReadOnlyList<string> Metrics, IReadOnlyList<SotaRow> Rows);

/// <summary>One row of a table, as it is written.</summary>
internal sealed class SotaRow(int line)
{
    public int Line { get; } = line;

    public string Model { get; set; } = "";

    public string PaperTitle { get; set; } = "";

    public string PaperUrl { get; set; } = "";

    public string PaperDate { get; set; } = "";

    public string CodeUrl { get; set; } = "";

    public bool ExtraData { get; set; }

    // What the format has no place for, as ExportSota writes it; empty where a file does not say.
    public string Date { get; set; } = "";

    public string Track { get; set; } = "";

    public string MeasuredBy { get; set; } = "";

    public string Version { get; set; } = "";

    public string Reference { get; set; } = "";

    public string Note { get; set; } = "";

    public SotaSource Source { get; set; } = new("", "", "", "", "");

    /// <summary>The names of the fields that are not of the format.</summary>
    public static class Fields
    {
        public const string Date = "date";
        public const string Track = "track";
        public const string MeasuredBy = "measured_by";
        public const string Version = "benchmark_version";
        public const string Reference = "reference";
        public const string Note = "note";
        public const string Source = "source";
    }

    public List<(string Metric, string Value)> Scores { get; } = [];
}

/// <summary>Where the number of a row is from; every part may be empty.</summary>
/// <param name="Place">The very place.</param>
internal sealed record SotaSource(string Title, string Url, string Licence, string Attribution, string Place);

internal sealed record SotaBreak(int Line, string Reason);
