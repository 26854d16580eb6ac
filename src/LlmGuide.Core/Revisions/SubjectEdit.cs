using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions;

/// <summary>The edits of one transaction.</summary>
internal sealed class SubjectEdit<TSubject, TDraft>(EditableKind<TSubject, TDraft> kind, GuideDb db, Actor by, DateTimeOffset now)
    where TSubject : class, IRevised
    where TDraft : class
{
    public async Task<Outcome<Edited>> AddAsync(PreparedEdit<TSubject, TDraft> prepared, CancellationToken cancellationToken)
    {
        var subject = kind.Make(prepared.Edit.Draft, now);
        db.Add(subject);
        return await prepared.Apply(new EditContext<TSubject>(db, subject, by, now, IsNew: true), cancellationToken) is { } refusal
            ? refusal
            : await FinishAsync(subject, null, prepared, cancellationToken);
    }

    public async Task<Outcome<IReadOnlyList<Edited>>> ChangeAsync(
        IReadOnlyList<PreparedEdit<TSubject, TDraft>> edits, CancellationToken cancellationToken)
    {
        var done = new List<Edited>(edits.Count);
        foreach (var edit in edits)
        {
            var one = await ChangeAsync(edit, cancellationToken);
            if (one.Refusal is { } refusal)
            {
                return refusal;
            }

            done.Add(one.Value!);
        }

        return done;
    }

    private async Task<Outcome<Edited>> ChangeAsync(PreparedEdit<TSubject, TDraft> prepared, CancellationToken cancellationToken)
    {
        // Changes nothing, but locks the row where rows are locked: of two who edit at once, the second sees what the first did.
        var id = prepared.Edit.SubjectId;
        await db.Set<TSubject>().Where(s => EF.Property<int>(s, nameof(IRevised.Id)) == id).ExecuteUpdateAsync(
            set => set.SetProperty(s => EF.Property<int>(s, nameof(IRevised.Version)), s => EF.Property<int>(s, nameof(IRevised.Version))),
            cancellationToken);
        if (await kind.Subjects(db)
            .FirstOrDefaultAsync(s => EF.Property<int>(s, nameof(IRevised.Id)) == id, cancellationToken) is not { } subject)
        {
            return Refusal.NotThere();
        }

        var before = DraftJson.Of(kind.DraftOf(subject));
        if (subject.Version != prepared.Edit.Version)
        {
            var started = await db.Revisions.Where(r => r.Kind == kind.Kind && r.SubjectId == id && r.Number == prepared.Edit.Version + 1)
                .Select(r => r.Before).FirstOrDefaultAsync(cancellationToken);
            return EditConflict.Between(started, before, DraftJson.Of(prepared.Edit.Draft), subject.Version);
        }

        return await prepared.Apply(new EditContext<TSubject>(db, subject, by, now, IsNew: false), cancellationToken) is { } refusal
            ? refusal
            : await FinishAsync(subject, before, prepared, cancellationToken);
    }

    private async Task<Outcome<Edited>> FinishAsync(
        TSubject subject, string? before, PreparedEdit<TSubject, TDraft> prepared, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var after = DraftJson.Of(kind.DraftOf(subject));
        var changed = before != after;
        if (changed)
        {
            subject.CountRevision();
            var act = before is null && prepared.Edit.Act == EditActs.Changed ? EditActs.Added : prepared.Edit.Act;
            db.Add(new Revision(new LogEntry(by, act, subject.Subject, prepared.Reason, now), subject.Id, subject.Version, before, after));
            await db.SaveChangesAsync(cancellationToken);
        }

        var edited = new Edited(subject.Id, subject.Subject.Key, subject.Version, changed);
        return prepared.Edit.Also is { } also && await also(db, edited) is { } refusal ? refusal : edited;
    }
}
