using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions.History;

/// <summary>How a subject came to be as it is: one page of its revisions, newest first.</summary>
public sealed class HistoryQuery(IDbContextFactory<GuideDb> databases, IEnumerable<IEditableKind> kinds)
{
    public const int PageSize = 20;

    /// <param name="key">Its slug, or what else its address ends with.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    /// <returns><c>null</c> when there is no such subject, or its kind has no history.</returns>
    public async Task<HistoryView?> RunAsync(LogKind kind, string key, long page, CancellationToken cancellationToken)
    {
        if (kinds.FirstOrDefault(k => k.Kind == kind) is not { } subjects)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await subjects.FindAsync(db, key, cancellationToken) is not { } subject)
        {
            return null;
        }

        var found = db.Revisions.AsNoTracking().Where(r => r.Kind == kind && r.SubjectId == subject.Id);
        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await found.OrderByDescending(r => r.Number).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(RevisionLine.Of(db)).ToListAsync(cancellationToken);
        return new HistoryView(subject.Subject, subject.Version, subjects.Act, new Page<RevisionLine>(rows, number, PageSize, total));
    }
}

/// <param name="Version">See <see cref="IRevised.Version"/>.</param>
public sealed record HistoryView(LogSubject Subject, int Version, Members.Permission Act, Page<RevisionLine> Revisions);
