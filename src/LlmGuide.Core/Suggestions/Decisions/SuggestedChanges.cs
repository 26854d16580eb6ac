using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions.Making;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>Prepares the change that a suggestion proposes, as an edit like any other: a revision that can be gone back from.</summary>
public sealed class SuggestedChanges(Editing editing, ResourceSubject resources, SuggestionSubjects subjects, ReportDeadLink doubt)
{
    /// <param name="reason">Why, for the history.</param>
    /// <param name="seen">
    /// The version of the subject that whoever decides has seen; <c>null</c> for none. Works that share an identifier they have seen too.
    /// </param>
    internal async Task<Outcome<SuggestedChange>> PrepareAsync(
        Proposal proposal, Actor by, string reason, int? seen, CancellationToken cancellationToken)
    {
        if (proposal.Kind == SuggestionKind.DeadLink)
        {
            return doubt.Prepare(proposal, by, reason);
        }

        var prepared = proposal.Kind == SuggestionKind.Resource
            ? await Editing.PrepareAsync(
                resources, by, Edit.New(DraftJson.Read<ResourceDraft>(proposal.Value), reason) with { Confirmed = true },
                cancellationToken)
            : await EditAsync(proposal, by, reason, seen, cancellationToken);
        if (prepared.Value is not { } edit)
        {
            return prepared.Refusal!;
        }

        return new SuggestedChange(edit.Tags, async (db, commit) =>
        {
            var edited = await editing.ApplyAsync(db, edit, commit);
            return edited.TryGet(out var entry, out var refusal) ? entry.EntryId : refusal;
        });
    }

    private async Task<Outcome<PreparedEdit>> EditAsync(
        Proposal proposal, Actor by, string reason, int? seen, CancellationToken cancellationToken)
    {
        if (proposal.Kind == SuggestionKind.Update)
        {
            return await new DraftUpdate(subjects, proposal).PrepareAsync(by, reason, seen, cancellationToken);
        }

        if (proposal.SubjectKind is not { } kind || proposal.SubjectId is not { } id
            || proposal.Kind == SuggestionKind.Result || !subjects.CanChange(kind))
        {
            return Refusal.Rule("The guide cannot make this change by itself. Make it by hand, then mark the suggestion as done.");
        }

        var now = await subjects.FindAsync(kind, id, cancellationToken);
        if (now is null || SuggestionSubjects.IsRemoved(now.Json))
        {
            return Refusal.Rule("What this is about is no longer in the guide.");
        }

        if (IsStale(proposal, now) && seen != now.Version)
        {
            return new Refusal(Cause.Conflict, "It has changed since this was suggested. Compare both versions, then decide.");
        }

        var json = proposal.Kind == SuggestionKind.Prerequisite
            ? PrerequisiteList.With(now.Json, proposal.Value, proposal.Why)
            : proposal.DraftField!.Write(now.Json, proposal.Value);
        return await subjects.PrepareAsync(
            kind, by, new Edit<string>(id, now.Version, json, reason) { Confirmed = true }, cancellationToken);
    }

    /// <summary>Whether the field says something else than when the suggestion was made.</summary>
    private static bool IsStale(Proposal proposal, SubjectState now) =>
        proposal.DraftField is { } field && field.Read(now.Json) != proposal.Was;
}
