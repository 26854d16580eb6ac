using LlmGuide.Core.Data;

namespace LlmGuide.Core.Releases;

/// <summary>The path as it was published at one time, under a number. Never changed.</summary>
public sealed class Release
{
    /// <summary>In characters of Markdown.</summary>
    public const int LongestNotes = 20_000;

    private Release()
    {
    }

    internal Release(LogEntry entry, int number, Prose notes, string snapshot)
    {
        Entry = entry;
        Number = number;
        Notes = notes;
        Snapshot = snapshot;
    }

    public int Id { get; private set; }

    /// <summary>Counted from 1.</summary>
    public int Number { get; private set; }

    public int EntryId { get; private set; }

    /// <summary>Who published it, and when.</summary>
    public LogEntry Entry { get; private set; } = null!;

    /// <summary>What is new and why, for readers.</summary>
    public Prose Notes { get; private set; } = Prose.Empty;

    /// <summary>A <see cref="PathSnapshot"/> as JSON.</summary>
    public string Snapshot { get; private set; } = "";
}
