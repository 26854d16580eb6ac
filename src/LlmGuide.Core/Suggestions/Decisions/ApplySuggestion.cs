using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions.Making;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>Makes the change that a suggestion proposes, as an edit like any other: a revision that can be gone back from.</summary>
public sealed class ApplySuggestion(Editing editing, ResourceSubject resources, SuggestionSubjects subjects, ReportDeadLink doubt)
{
    /// <param name="proposal">What to do.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="seen">The version of the subject that whoever decides has seen; <c>null</c> for none.</param>
    /// <param name="also">What belongs to the same transaction, given the row of the log of the change.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    internal async Task<Outcome<Done>> RunAsync(
        Proposal proposal, Actor by, string reason, int? seen,
        Func<GuideDb, int?, Task<Refusal?>> also, CancellationToken cancellationToken)
    {
        if (proposal.Kind == SuggestionKind.DeadLink)
        {
            return await doubt.RunAsync(proposal, by, reason, also, cancellationToken);
        }

        var edited = proposal.Kind == SuggestionKind.Resource
            ? await editing.AddAsync(resources, by, With(new Edit<ResourceDraft>(
                0, 0, DraftJson.Read<ResourceDraft>(proposal.Value), reason), LogKind.Resource, also, cancellationToken), cancellationToken)
            : await ChangeAsync(proposal, by, reason, seen, also, cancellationToken);
        return edited.Refusal is { } refusal ? refusal : default(Done);
    }

    private async Task<Outcome<Edited>> ChangeAsync(
        Proposal proposal, Actor by, string reason, int? seen,
        Func<GuideDb, int?, Task<Refusal?>> also, CancellationToken cancellationToken)
    {
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
        return await subjects.ChangeAsync(
            kind, editing, by, With(new Edit<string>(id, now.Version, json, reason), kind, also, cancellationToken), cancellationToken);
    }

    /// <summary>Whether the field says something else than when the suggestion was made.</summary>
    private static bool IsStale(Proposal proposal, SubjectState now) =>
        proposal.DraftField is { } field && field.Read(now.Json) != proposal.Was;

    private static Edit<TDraft> With<TDraft>(
        Edit<TDraft> edit, LogKind kind, Func<GuideDb, int?, Task<Refusal?>> also, CancellationToken cancellationToken) => edit with
        {
            Also = async (db, edited) => await also(db, !edited.Changed ? null : await db.Revisions
                .Where(r => r.Kind == kind && r.SubjectId == edited.SubjectId && r.Number == edited.Version)
                .Select(r => (int?)r.EntryId).FirstOrDefaultAsync(cancellationToken)),
        };
}
