using LlmGuide.Core.Data;

namespace LlmGuide.Core.Revisions;

/// <summary>What somebody wants a subject to be.</summary>
/// <param name="SubjectId">Which one; <c>null</c> for a new one.</param>
/// <param name="Version">
/// The version that it was made from (<see cref="IRevised.Version"/>): when there is a newer one, nothing is overwritten. Of a new one
/// it is not looked at.
/// </param>
/// <param name="Reason">Why, for everybody to read; at most <see cref="ReasonText.MaxLength"/> characters. May be empty.</param>
/// <param name="Act">
/// What the log calls it, as a past participle: see <see cref="LogEntry.Act"/>. <c>null</c> for "added" or "changed".
/// </param>
public sealed record Edit<TDraft>(int? SubjectId, int Version, TDraft Draft, string? Reason, string? Act = null)
{
    /// <summary>Whether whoever wants it has seen what speaks against it (<see cref="Caution"/>).</summary>
    public bool Confirmed { get; init; }

    public Edit<TOther> With<TOther>(TOther draft) => new(SubjectId, Version, draft, Reason, Act) { Confirmed = Confirmed };
}

public static class Edit
{
    /// <summary>Brings a new subject into being.</summary>
    public static Edit<TDraft> New<TDraft>(TDraft draft, string? reason) => new(null, 0, draft, reason);
}

/// <summary>What became of an edit.</summary>
/// <param name="EntryId">The row of the log that says what is different; <c>null</c> when nothing is, and there is no revision.</param>
public sealed record Edited(int SubjectId, string Key, int Version, int? EntryId)
{
    public bool Changed => EntryId is not null;
}

/// <summary>The names of edits in the log. Others may be used where they say more.</summary>
public static class EditActs
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Removed = "removed";
    public const string Restored = "restored";
    public const string Merged = "merged";
    public const string Reverted = "reverted";
}
