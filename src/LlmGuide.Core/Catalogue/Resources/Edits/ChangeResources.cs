using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>Changes one thing about many resources at once: all of them or none, each with a revision of its own.</summary>
public sealed class ChangeResources(Editing editing, DraftQuery drafts, ResourceSubject resources)
{
    /// <param name="actor">A curator.</param>
    /// <param name="ids">Which; at most <see cref="Editing.MostAtOnce"/>.</param>
    /// <param name="reason">Why, for everybody to read; needed to remove or restore.</param>
    /// <returns>How many are different now.</returns>
    public async Task<Outcome<int>> RunAsync(
        Actor actor, IReadOnlyCollection<int> ids, BulkChange change, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditCatalogue))
        {
            return Refusal.NotAllowed();
        }

        if (Refused(ids, change, reason) is { } wrong)
        {
            return wrong;
        }

        // Each edit names the version that it was made from: who changes one of them in between is not overwritten.
        var found = await drafts.RunAsync(resources, ids, cancellationToken);
        var edits = found.Select(one => one.To(change.Of(one.Draft), reason, change.Act)).ToList();
        var done = await editing.SaveManyAsync(resources, actor, edits, cancellationToken);
        return done.Refusal switch
        {
            null => done.Value!.Count(edited => edited.Changed),
            EditConflict => Refusal.Rule("Somebody has just changed one of them. Nothing was changed; please try again."),
            var refusal => refusal,
        };
    }

    private static Refusal? Refused(IReadOnlyCollection<int> ids, BulkChange change, string? reason) =>
        ids.Count == 0 ? Refusal.Rule("Select at least one resource.")
        : ids.Distinct().Count() > Editing.MostAtOnce ? Refusal.Rule($"At most {Editing.MostAtOnce} at once, please.")
        : change.IsNothing ? Refusal.Rule("Choose what to change.")
        : Refusal.All(
            change.Topic is not null && string.IsNullOrWhiteSpace(change.Why)
                ? Refusal.Rule("Say why they belong in that topic.", nameof(change.Why)) : null,
            ReasonText.Parse(reason, required: change.Removed is not null).Refusal);
}

/// <summary>One thing to change about each; what is <c>null</c> stays.</summary>
/// <param name="Topic">The slug of a topic to place them in, as further reading, where they do not stand there yet.</param>
public sealed record BulkChange(
    ResourceKind? Kind = null, ResourceLevel? Level = null, string? Topic = null, string? Why = null, bool? Removed = null)
{
    internal bool IsNothing => this with { Why = null } == new BulkChange();

    internal string Act => Removed switch { true => EditActs.Removed, false => EditActs.Restored, _ => EditActs.Changed };

    internal ResourceDraft Of(ResourceDraft draft) => draft with
    {
        Kind = Kind ?? draft.Kind,
        Level = Level ?? draft.Level,
        Removed = Removed ?? draft.Removed,
        Placements = Topic is null || draft.Placements.Any(p => p.Topic == Topic) ? draft.Placements
            : [.. draft.Placements, new PlacementDraft(Topic, PlacementRole.Further, Why ?? "")],
    };
}
