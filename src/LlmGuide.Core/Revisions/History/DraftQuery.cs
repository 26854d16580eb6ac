using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions.History;

/// <summary>A subject as somebody starts to edit it.</summary>
public sealed class DraftQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when nothing of this kind has the key.</returns>
    public async Task<Editable<TDraft>?> RunAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, string key, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await WithinAsync(db, kind, key, cancellationToken);
    }

    /// <summary>As it is in a transaction.</summary>
    internal static async Task<Editable<TDraft>?> WithinAsync<TSubject, TDraft>(
        GuideDb db, EditableKind<TSubject, TDraft> kind, string key, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        var subject = await kind.WithKey(kind.Subjects(db).AsNoTrackingWithIdentityResolution(), key)
            .FirstOrDefaultAsync(cancellationToken);
        return subject is null ? null : Of(kind, subject);
    }

    /// <returns>Those that are there, in the order of their ids.</returns>
    public async Task<IReadOnlyList<Editable<TDraft>>> RunAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // Not paged: no more than can be edited together.
        var wanted = ids.Distinct().Take(Editing.MostAtOnce).ToList();
        var subjects = await kind.Subjects(db).AsNoTrackingWithIdentityResolution()
            .Where(s => wanted.Contains(EF.Property<int>(s, nameof(IRevised.Id))))
            .OrderBy(s => EF.Property<int>(s, nameof(IRevised.Id))).ToListAsync(cancellationToken);
        return [.. subjects.Select(subject => Of(kind, subject))];
    }

    private static Editable<TDraft> Of<TSubject, TDraft>(EditableKind<TSubject, TDraft> kind, TSubject subject)
        where TSubject : class, IRevised
        where TDraft : class => new(subject.Id, subject.Version, subject.Subject, kind.DraftOf(subject));
}

/// <param name="Version">To be named by the edit that is made from this.</param>
public sealed record Editable<TDraft>(int Id, int Version, LogSubject Subject, TDraft Draft)
    where TDraft : class
{
    /// <summary>An edit that started here.</summary>
    public Edit<TDraft> To(TDraft draft, string? reason, string? act = null) => new(Id, Version, draft, reason, act);
}
