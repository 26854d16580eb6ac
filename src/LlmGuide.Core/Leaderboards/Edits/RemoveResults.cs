using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Takes many results out of a leaderboard, or brings them back: all of them or none, each with a revision of its own.</summary>
public sealed class RemoveResults(Editing editing, DraftQuery drafts, ResultSubject results)
{
    /// <param name="actor">A curator.</param>
    /// <param name="ids">Which; at most <see cref="Editing.MostAtOnce"/>.</param>
    /// <param name="removed">Whether they are to be no part of the leaderboard.</param>
    /// <param name="reason">Why, for everybody to read; never empty.</param>
    /// <returns>How many are different now.</returns>
    public async Task<Outcome<int>> RunAsync(
        Actor actor, IReadOnlyCollection<int> ids, bool removed, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditCatalogue))
        {
            return Refusal.NotAllowed();
        }

        if (ids.Count == 0)
        {
            return Refusal.Rule("Select at least one result.");
        }

        if (ReasonText.Parse(reason, required: true).Refusal is { } wrong)
        {
            return wrong;
        }

        // Each edit names the version that it was made from: who changes one of them in between is not overwritten.
        var found = await drafts.RunAsync(results, ids, cancellationToken);
        var edits = found.Where(one => one.Draft.Removed != removed)
            .Select(one => one.To(one.Draft with { Removed = removed }, reason, removed ? EditActs.Removed : EditActs.Restored)).ToList();
        var done = await editing.SaveManyAsync(results, actor, edits, cancellationToken);
        return done.Refusal switch
        {
            null => done.Value!.Count(edited => edited.Changed),
            EditConflict => Refusal.Rule("Somebody has just changed one of them. Nothing was changed; please try again."),
            var refusal => refusal,
        };
    }
}
