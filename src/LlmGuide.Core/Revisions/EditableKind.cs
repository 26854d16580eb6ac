using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions;

/// <summary>How subjects of one kind are found, read as a draft, and made to be as a draft says.</summary>
/// <typeparam name="TSubject">The entity.</typeparam>
/// <typeparam name="TDraft">A record with everything that can be edited about it, each text as it was typed.</typeparam>
public abstract class EditableKind<TSubject, TDraft> : IEditableKind
    where TSubject : class, IRevised
    where TDraft : class
{
    public abstract LogKind Kind { get; }

    public virtual Permission Act => Permission.EditCatalogue;

    /// <summary>The cached pages that show subjects of this kind, besides the log.</summary>
    public virtual IReadOnlyCollection<string> Tags => [PageTags.Catalogue];

    /// <summary>The subject as a draft; it was loaded by <see cref="Subjects"/>.</summary>
    public abstract TDraft DraftOf(TSubject subject);

    /// <summary>All of them, each with everything that its draft says, for changing them.</summary>
    protected internal abstract IQueryable<TSubject> Subjects(GuideDb db);

    /// <summary>The one with this key, or none.</summary>
    protected internal abstract IQueryable<TSubject> WithKey(IQueryable<TSubject> subjects, string key);

    /// <summary>
    /// Checks what can be checked without the database, and renders the texts. Both happen before the transaction, during which
    /// others wait.
    /// </summary>
    /// <returns>What to do in the transaction; or which field is wrong, and why.</returns>
    protected internal abstract Task<Outcome<ApplyEdit<TSubject>>> PrepareAsync(TDraft draft, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a new one with its identity only; what <see cref="PrepareAsync(TDraft, CancellationToken)"/> gives then sets the rest.
    /// </summary>
    protected internal abstract TSubject Make(TDraft draft, DateTimeOffset now);

    public async Task<SubjectState?> FindAsync(GuideDb db, string key, CancellationToken cancellationToken) =>
        State(await WithKey(Subjects(db).AsNoTrackingWithIdentityResolution(), key).FirstOrDefaultAsync(cancellationToken));

    public async Task<SubjectState?> FindAsync(GuideDb db, int id, CancellationToken cancellationToken) =>
        State(await Subjects(db).AsNoTrackingWithIdentityResolution()
            .FirstOrDefaultAsync(s => EF.Property<int>(s, nameof(IRevised.Id)) == id, cancellationToken));

    public async Task<IReadOnlyList<int>> IdsAsync(GuideDb db, CancellationToken cancellationToken) =>
        await Subjects(db).Select(s => EF.Property<int>(s, nameof(IRevised.Id))).Order().ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SubjectState>> FindAsync(
        GuideDb db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var found = new List<SubjectState>(ids.Count);
        foreach (var some in ids.Order().Chunk(Editing.MostAtOnce))
        {
            var subjects = await Subjects(db).AsNoTrackingWithIdentityResolution()
                .Where(s => some.Contains(EF.Property<int>(s, nameof(IRevised.Id))))
                .OrderBy(s => EF.Property<int>(s, nameof(IRevised.Id))).ToListAsync(cancellationToken);
            found.AddRange(subjects.Select(subject => State(subject)!));
        }

        return found;
    }

    public IReadOnlyList<SubjectState> Tracked(GuideDb db) =>
        [.. db.ChangeTracker.Entries<TSubject>().Select(entry => State(entry.Entity)!)];

    public Task<Outcome<PreparedEdit>> PrepareAsync(Actor by, Edit<string> edit, CancellationToken cancellationToken) =>
        Editing.PrepareAsync(this, by, edit.With(DraftJson.Read<TDraft>(edit.Draft)), cancellationToken);

    private SubjectState? State(TSubject? subject) =>
        subject is null ? null : new SubjectState(
            subject.Id, subject.Version, subject.Subject, DraftJson.Of(DraftOf(subject)), subject.RemovedAt, subject.DiscussedIn);
}

/// <summary>Makes a subject be as a draft says.</summary>
/// <param name="to">What to change, in which transaction.</param>
/// <param name="cancellationToken">Ends it before the commit.</param>
/// <returns>Why not; nothing is kept then.</returns>
public delegate Task<Refusal?> ApplyEdit<TSubject>(EditContext<TSubject> to, CancellationToken cancellationToken);

/// <param name="Db">The transaction.</param>
/// <param name="Subject">Loaded by <see cref="EditableKind{TSubject,TDraft}.Subjects"/>, or new and added.</param>
/// <param name="By">Who changes it.</param>
/// <param name="Now">When.</param>
/// <param name="IsNew">Whether it comes into being.</param>
/// <param name="Confirmed">See <see cref="Edit{TDraft}.Confirmed"/>.</param>
public sealed record EditContext<TSubject>(GuideDb Db, TSubject Subject, Actor By, DateTimeOffset Now, bool IsNew, bool Confirmed);
