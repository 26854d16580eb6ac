using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions;

/// <summary>An edit that nothing speaks against without the database; see <see cref="Editing"/>.</summary>
public abstract class PreparedEdit
{
    /// <summary>The cached pages that show what it changes.</summary>
    public abstract IReadOnlyCollection<string> Tags { get; }

    internal abstract Task<Outcome<Edited>> ApplyAsync(GuideDb db, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="kind">What is edited.</param>
/// <param name="by">Who does it.</param>
/// <param name="edit">How it is to be, with the reason as it is logged.</param>
/// <param name="application">Makes it so.</param>
internal sealed class PreparedEdit<TSubject, TDraft>(
    EditableKind<TSubject, TDraft> kind, Actor by, Edit<TDraft> edit, ApplyEdit<TSubject> application) : PreparedEdit
    where TSubject : class, IRevised
    where TDraft : class
{
    public override IReadOnlyCollection<string> Tags => [PageTags.Changes, .. kind.Tags];

    internal override async Task<Outcome<Edited>> ApplyAsync(GuideDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = edit.SubjectId is { } id ? await TakeAsync(db, id, cancellationToken) : Added(db, now);
        if (!found.TryGet(out var subject, out var absent))
        {
            return absent;
        }

        var before = edit.SubjectId is null ? null : DraftJson.Of(kind.DraftOf(subject));
        if (before is not null && subject.Version != edit.Version)
        {
            return await ConflictAsync(db, subject, before, cancellationToken);
        }

        var context = new EditContext<TSubject>(db, subject, by, now, IsNew: before is null, edit.Confirmed);
        if (await application(context, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return await RecordAsync(db, subject, before, now, cancellationToken);
    }

    private Outcome<TSubject> Added(GuideDb db, DateTimeOffset now)
    {
        var subject = kind.Make(edit.Draft, now);
        db.Add(subject);
        return subject;
    }

    private async Task<Outcome<TSubject>> TakeAsync(GuideDb db, int id, CancellationToken cancellationToken)
    {
        // Changes nothing, but locks the row where rows are locked: of two who edit at once, the second sees what the first did.
        await db.Set<TSubject>().Where(s => EF.Property<int>(s, nameof(IRevised.Id)) == id).ExecuteUpdateAsync(
            set => set.SetProperty(s => EF.Property<int>(s, nameof(IRevised.Version)), s => EF.Property<int>(s, nameof(IRevised.Version))),
            cancellationToken);
        var subject = await kind.Subjects(db)
            .FirstOrDefaultAsync(s => EF.Property<int>(s, nameof(IRevised.Id)) == id, cancellationToken);
        return subject is null ? Refusal.NotThere() : subject;
    }

    private async Task<EditConflict> ConflictAsync(GuideDb db, TSubject subject, string now, CancellationToken cancellationToken)
    {
        var started = await db.Revisions.Where(
            r => r.Kind == kind.Kind && r.SubjectId == subject.Id && r.Number == edit.Version + 1)
            .Select(r => r.Before).FirstOrDefaultAsync(cancellationToken);
        return EditConflict.Between(started, now, DraftJson.Of(edit.Draft), subject.Version);
    }

    private async Task<Edited> RecordAsync(
        GuideDb db, TSubject subject, string? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var after = DraftJson.Of(kind.DraftOf(subject));
        if (before == after)
        {
            return new Edited(subject.Id, subject.Subject.Key, subject.Version, EntryId: null);
        }

        subject.CountRevision();
        var entry = new LogEntry(by, edit.Act ?? (before is null ? EditActs.Added : EditActs.Changed), subject.Subject, edit.Reason!, now);
        db.Add(new Revision(entry, subject.Id, subject.Version, before, after));
        await db.SaveChangesAsync(cancellationToken);
        return new Edited(subject.Id, subject.Subject.Key, subject.Version, entry.Id);
    }
}
