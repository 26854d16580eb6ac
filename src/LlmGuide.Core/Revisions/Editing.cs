using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Revisions;

/// <summary>
/// What all edits have in common: who may, the version that it was made from, the change with its revision and its row in the log
/// in one transaction. After the commit the cached pages are forgotten.
/// </summary>
public sealed class Editing(Writing writing, TimeProvider clock)
{
    /// <summary>So many subjects at most are changed together.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Brings a new subject into being.</summary>
    /// <param name="kind">Of this kind.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="edit">How it is to be; its subject and version are not looked at.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    public async Task<Outcome<Edited>> AddAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Actor by, Edit<TDraft> edit, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        var prepared = await PrepareAsync(kind, by, edit, cancellationToken);
        return prepared.Refusal is { } refusal
            ? refusal
            : await WriteAsync(kind.Tags, async db => await new SubjectEdit<TSubject, TDraft>(kind, db, by, clock.GetUtcNow()).AddAsync(
                prepared.Value!, cancellationToken), cancellationToken);
    }

    /// <summary>Changes a subject.</summary>
    /// <param name="kind">Of this kind.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="edit">What to be.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    /// <returns>An <see cref="EditConflict"/> as the refusal when somebody was quicker.</returns>
    public async Task<Outcome<Edited>> ChangeAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Actor by, Edit<TDraft> edit, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        var changed = await ChangeManyAsync(kind, by, [edit], cancellationToken);
        return changed.Refusal is { } refusal ? refusal : changed.Value![0];
    }

    /// <summary>Changes several subjects of a kind, all of them or none.</summary>
    /// <param name="kind">Of this kind.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="edits">One for each subject; at most <see cref="MostAtOnce"/>.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    public async Task<Outcome<IReadOnlyList<Edited>>> ChangeManyAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Actor by, IReadOnlyList<Edit<TDraft>> edits, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        if (edits.Count > MostAtOnce)
        {
            return Refusal.Rule($"At most {MostAtOnce} at once, please.");
        }

        var prepared = new List<PreparedEdit<TSubject, TDraft>>(edits.Count);
        foreach (var edit in edits)
        {
            var one = await PrepareAsync(kind, by, edit, cancellationToken);
            if (one.Refusal is { } refusal)
            {
                return refusal;
            }

            prepared.Add(one.Value!);
        }

        return await WriteAsync(kind.Tags, async db => await new SubjectEdit<TSubject, TDraft>(kind, db, by, clock.GetUtcNow()).ChangeAsync(
            prepared, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Changes a subject in the transaction of somebody else, who forgets the kept pages after the commit
    /// (<see cref="PageTags.Changes"/> and the kind's). What <paramref name="db"/> has tracked of the subject must be fresh.
    /// </summary>
    /// <param name="db">The transaction.</param>
    /// <param name="kind">Of this kind.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="edit">What to be.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    public async Task<Outcome<Edited>> ChangeWithinAsync<TSubject, TDraft>(
        GuideDb db, EditableKind<TSubject, TDraft> kind, Actor by, Edit<TDraft> edit, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        var prepared = await PrepareAsync(kind, by, edit, cancellationToken);
        if (prepared.Refusal is { } refusal)
        {
            return refusal;
        }

        var changed = await new SubjectEdit<TSubject, TDraft>(kind, db, by, clock.GetUtcNow())
            .ChangeAsync([prepared.Value!], cancellationToken);
        return changed.Refusal is { } refused ? refused : changed.Value![0];
    }

    private static async Task<Outcome<PreparedEdit<TSubject, TDraft>>> PrepareAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Actor by, Edit<TDraft> edit, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        if (!by.May(kind.Act))
        {
            return Refusal.NotAllowed();
        }

        var words = ReasonText.Parse(edit.Reason, required: false);
        if (words.Refusal is { } wrong)
        {
            return wrong;
        }

        var application = await kind.PrepareAsync(edit.Draft, cancellationToken);
        return application.Refusal is { } refusal ? refusal : new PreparedEdit<TSubject, TDraft>(edit, words.Value!, application.Value!);
    }

    private Task<Outcome<T>> WriteAsync<T>(
        IReadOnlyCollection<string> tags, Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken) =>
        writing.RunTakingAsync(act, _ => [PageTags.Changes, .. tags], cancellationToken);
}

/// <summary>An edit that nothing speaks against without the database.</summary>
internal sealed record PreparedEdit<TSubject, TDraft>(Edit<TDraft> Edit, string Reason, Application<TSubject> Apply);
