using LlmGuide.Core.Data;

namespace LlmGuide.Core.Revisions;

/// <summary>
/// One change of one subject: what it said before and after, and the row of the public log that says who, when and why. Never changed.
/// </summary>
public sealed class Revision
{
    private Revision()
    {
    }

    internal Revision(LogEntry entry, int subjectId, int number, string? before, string? after)
    {
        Entry = entry;
        Kind = entry.Kind;
        SubjectId = subjectId;
        Number = number;
        Before = before;
        After = after;
    }

    public int Id { get; private set; }

    public LogKind Kind { get; private set; }

    /// <summary>The id of the subject among those of its kind: it stays when the subject is renamed.</summary>
    public int SubjectId { get; private set; }

    /// <summary>Counted from 1 within the subject; see <see cref="IRevised.Version"/>.</summary>
    public int Number { get; private set; }

    public int EntryId { get; private set; }

    /// <summary>Who did it, when, and why.</summary>
    public LogEntry Entry { get; private set; } = null!;

    /// <summary>The subject's draft before it, as <see cref="DraftJson"/>; <c>null</c> when it came into being.</summary>
    public string? Before { get; private set; }

    /// <summary>The subject's draft after it.</summary>
    public string? After { get; private set; }
}
