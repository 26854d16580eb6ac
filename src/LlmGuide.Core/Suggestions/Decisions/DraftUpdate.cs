using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>
/// Prepares what the guide's own content says otherwise: the fields that it would change, on what the subject says now. Something new
/// is added whole, and what was removed here can come back so.
/// </summary>
internal sealed class DraftUpdate(SuggestionSubjects subjects, Proposal proposal)
{
    /// <summary>What a subject says now, with the fields that an update changes.</summary>
    public static string Onto(SubjectState now, string? was, string value) =>
        EditConflict.Between(was, now.Json, value, now.Version).Merged;

    /// <param name="seen">The version of the subject that whoever decides has seen.</param>
    public async Task<Outcome<PreparedEdit>> PrepareAsync(Actor by, string reason, int? seen, CancellationToken cancellationToken)
    {
        var kind = proposal.SubjectKind!.Value;
        if (proposal.SubjectId is not { } id)
        {
            var added = new Edit<string>(null, 0, proposal.Value, reason) { Confirmed = true };
            return await subjects.PrepareAsync(kind, by, added, cancellationToken);
        }

        if (await subjects.FindAsync(kind, id, cancellationToken) is not { } now)
        {
            return Refusal.Rule("What this is about is no longer in the guide.");
        }

        if (now.Version != proposal.SubjectVersion && seen != now.Version)
        {
            return new Refusal(Cause.Conflict, "It has changed since this was suggested. Compare both versions, then decide.");
        }

        var edit = new Edit<string>(id, now.Version, Onto(now, proposal.Was, proposal.Value), reason) { Confirmed = true };
        return await subjects.PrepareAsync(kind, by, edit, cancellationToken);
    }
}
