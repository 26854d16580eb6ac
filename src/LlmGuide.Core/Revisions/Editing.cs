using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Revisions;

/// <summary>
/// What all edits have in common. An edit is prepared: who may, and all that can be checked and rendered without the database. Then it
/// is applied, in a transaction: the version that it was made from, the change, its revision and its row in the log.
/// </summary>
public sealed class Editing(Writing writing, TimeProvider clock)
{
    /// <summary>So many subjects at most are changed together.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Does what needs no database, so that nobody waits for it.</summary>
    public static async Task<Outcome<PreparedEdit>> PrepareAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Actor by, Edit<TDraft> edit, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        if (!by.May(kind.Act))
        {
            return Refusal.NotAllowed();
        }

        var prepared = await kind.PrepareAsync(edit.Draft, cancellationToken);
        var reason = ReasonText.Parse(edit.Reason, required: false);
        return Refusal.All(prepared.Refusal, reason.Refusal) is { } refusal
            ? refusal
            : new PreparedEdit<TSubject, TDraft>(kind, by, edit with { Reason = reason.Value }, prepared.Value!);
    }

    /// <summary>
    /// Applies an edit in a transaction that the caller owns, who has the write evict <see cref="PreparedEdit.Tags"/>. What
    /// <paramref name="db"/> has tracked of the subject must be fresh.
    /// </summary>
    /// <returns>An <see cref="EditConflict"/> as the refusal when somebody was quicker.</returns>
    public Task<Outcome<Edited>> ApplyAsync(GuideDb db, PreparedEdit prepared, CancellationToken cancellationToken) =>
        prepared.ApplyAsync(db, clock.GetUtcNow(), cancellationToken);

    /// <summary>Applies an edit in a transaction of its own.</summary>
    public Task<Outcome<Edited>> RunAsync(PreparedEdit prepared, CancellationToken cancellationToken) =>
        writing.RunTakingAsync(db => ApplyAsync(db, prepared, cancellationToken), _ => prepared.Tags, cancellationToken);

    /// <summary>Prepares an edit, and applies it in a transaction of its own.</summary>
    /// <returns>An <see cref="EditConflict"/> as the refusal when somebody was quicker.</returns>
    public async Task<Outcome<Edited>> SaveAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Actor by, Edit<TDraft> edit, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        var prepared = await PrepareAsync(kind, by, edit, cancellationToken);
        return prepared.TryGet(out var ready, out var refusal) ? await RunAsync(ready, cancellationToken) : refusal;
    }

    /// <summary>As <see cref="SaveAsync"/>, for several subjects of a kind: all of them or none.</summary>
    /// <param name="edits">One for each subject; at most <see cref="MostAtOnce"/>.</param>
    public async Task<Outcome<IReadOnlyList<Edited>>> SaveManyAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Actor by, IReadOnlyList<Edit<TDraft>> edits, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        if (edits.Count > MostAtOnce)
        {
            return Refusal.Rule($"At most {MostAtOnce} at once, please.");
        }

        var prepared = new List<PreparedEdit>(edits.Count);
        foreach (var edit in edits)
        {
            var one = await PrepareAsync(kind, by, edit, cancellationToken);
            if (!one.TryGet(out var ready, out var refusal))
            {
                return refusal;
            }

            prepared.Add(ready);
        }

        return await writing.RunTakingAsync(
            db => ApplyAsync(db, prepared, cancellationToken), _ => [.. prepared.SelectMany(edit => edit.Tags).Distinct()],
            cancellationToken);
    }

    private async Task<Outcome<IReadOnlyList<Edited>>> ApplyAsync(
        GuideDb db, List<PreparedEdit> edits, CancellationToken cancellationToken)
    {
        var done = new List<Edited>(edits.Count);
        foreach (var edit in edits)
        {
            var one = await ApplyAsync(db, edit, cancellationToken);
            if (!one.TryGet(out var edited, out var refusal))
            {
                return refusal;
            }

            done.Add(edited);
        }

        return done;
    }
}
