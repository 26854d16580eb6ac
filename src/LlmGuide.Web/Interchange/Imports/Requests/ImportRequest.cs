using LlmGuide.Core;
using LlmGuide.Core.Members;

namespace LlmGuide.Web.Interchange.Imports.Requests;

/// <summary>What a file is, and what is to be done with it.</summary>
/// <param name="DryRun">Whether to only say what would happen.</param>
internal abstract record ImportRequest(bool DryRun)
{
    /// <summary>How its page speaks of it.</summary>
    public virtual ImportLabels Wording => ImportLabels.OfFile;

    /// <summary>Whether its rows are lines of a file.</summary>
    public virtual bool HasLines => true;

    /// <summary>What one of its rows is called.</summary>
    public abstract string Unit { get; }

    /// <summary>What may become of a row, as slugs.</summary>
    public abstract IReadOnlyList<string> Outcomes { get; }

    /// <summary>The same, written.</summary>
    public ImportRequest Really() => this with { DryRun = false };

    public abstract Task<Outcome<ImportEnd>> RunAsync(
        Stream file, Actor by, Action<ImportRow> report, IProgress<(long Done, long All)> progress, CancellationToken cancellationToken);

    /// <summary>What stands in the log, or not yet.</summary>
    protected string Written => DryRun ? "Nothing is written yet." : "It stands in the public log.";
}

/// <summary>What became of a row or a line.</summary>
/// <param name="Where">The benchmark of a result, the headings of a work.</param>
public sealed record ImportRow(int Line, string Outcome, string? Title, string? Where, string? Reason);

/// <param name="Accounted">How many of the rows have an outcome; at the end, all of them.</param>
/// <param name="Story">The whole in a sentence or two.</param>
/// <param name="HasChanges">Whether there is anything to write.</param>
internal sealed record ImportEnd(int Rows, int Accounted, IReadOnlyDictionary<string, int> Counts, string Story, bool HasChanges);
