namespace LlmGuide.Core.Interchange.Sota;

/// <summary>What became of a row of the file.</summary>
public enum ImportOutcome
{
    /// <summary>It was not there, and is now.</summary>
    Created,

    /// <summary>It was there, and got what it had not: a date, the code, another metric.</summary>
    Merged,

    /// <summary>It is there, to the last figure.</summary>
    Unchanged,

    /// <summary>It says what a result here said before somebody corrected that; what it was corrected to stays, alone.</summary>
    Corrected,

    /// <summary>It cannot be taken; the reason says why.</summary>
    Refused,
}

/// <param name="Line">Of the file, counted from 1.</param>
/// <param name="Reason">
/// Why it was refused, or what in it was read in a special way or left out; <c>null</c> where there is nothing to say.
/// </param>
public sealed record ImportEntry(int Line, ImportOutcome Outcome, string? Task, string? Benchmark, string? Model, string? Reason);

/// <summary>How much became of what. Every row of the file is counted once.</summary>
public sealed class ImportCounts
{
    // By name: where nothing is written, what one batch would have made is new to the next one as well.
    private readonly HashSet<string> _tasks = new(StringComparer.Ordinal);
    private readonly HashSet<(string Task, string Dataset)> _benchmarks = [];
    private readonly int[] _counts = new int[Enum.GetValues<ImportOutcome>().Length];

    /// <summary>How many rows the file has.</summary>
    public int Rows { get; internal set; }

    /// <summary>New tasks.</summary>
    public int Tasks => _tasks.Count;

    /// <summary>New benchmarks.</summary>
    public int Benchmarks => _benchmarks.Count;

    public int this[ImportOutcome outcome] => _counts[(int)outcome];

    /// <summary>How many rows have an outcome; at the end, all of them.</summary>
    public int Accounted => _counts.Sum();

    internal void Name(IEnumerable<string> tasks, IEnumerable<(string Task, string Dataset)> benchmarks)
    {
        _tasks.UnionWith(tasks);
        _benchmarks.UnionWith(benchmarks);
    }

    internal void Add(ImportOutcome outcome) => _counts[(int)outcome]++;
}

/// <summary>What is given beside the file.</summary>
/// <param name="DryRun">Whether to only say what would happen.</param>
/// <param name="Source">
/// Where the numbers are from, for files that do not say; <c>null</c> for what the file names, or the papers themselves.
/// </param>
public sealed record ImportChoice(bool DryRun, ImportSource? Source);

/// <param name="Licence">Under which its numbers may be used, if it says.</param>
/// <param name="Attribution">The words that it asks for; empty for none.</param>
public sealed record ImportSource(string Name, string Url, string? Licence, string Attribution);
