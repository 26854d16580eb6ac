using LlmGuide.Core.Members;

namespace LlmGuide.Core.Revisions.History;

/// <summary>Makes a subject be as it was at a revision, by a new revision: nothing is ever taken out of the history.</summary>
public sealed class RevertSubject(Editing editing, RevisionQuery revisions, IEnumerable<IEditableKind> kinds)
{
    /// <param name="actor">A curator.</param>
    /// <param name="to">Which of its two states.</param>
    /// <param name="version">The version of the subject that the actor has seen.</param>
    /// <param name="reason">Why, 1 to <see cref="ReasonText.MaxLength"/> characters.</param>
    public async Task<Outcome<Edited>> RunAsync(
        Actor actor, int entryId, RevertTo to, int version, string? reason, CancellationToken cancellationToken)
    {
        if (await revisions.RunAsync(entryId, cancellationToken) is not { } found)
        {
            return Refusal.NotThere();
        }

        if (!actor.May(found.Act))
        {
            return Refusal.NotAllowed();
        }

        var words = ReasonText.Parse(reason, required: true);
        if (words.Refusal is { } wrong)
        {
            return wrong;
        }

        if (RevisionView.StateOf(found.Revision, to) is not { } state)
        {
            return Refusal.Rule(
                "Before this it did not exist. Remove it in its form instead: nothing about it is lost, and it can be restored.");
        }

        var edit = new Edit<string>(found.Now.Id, version, state, words.Value, EditActs.Reverted);
        var kind = kinds.First(k => k.Kind == found.Revision.Kind);
        var prepared = await kind.PrepareAsync(actor, edit, cancellationToken);
        return prepared.TryGet(out var ready, out var refusal) ? await editing.RunAsync(ready, cancellationToken) : refusal;
    }
}

/// <summary>One of the two states that a revision knows.</summary>
public enum RevertTo
{
    /// <summary>As the revision left it.</summary>
    After,

    /// <summary>As the revision found it.</summary>
    Before,
}
