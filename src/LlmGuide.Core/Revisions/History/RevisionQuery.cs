using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions.History;

/// <summary>One row of the log with the change that it stands for, and what going back to it would change.</summary>
public sealed class RevisionQuery(IDbContextFactory<GuideDb> databases, IEnumerable<IEditableKind> kinds)
{
    /// <param name="entryId">The number of the row.</param>
    /// <returns><c>null</c> when no row has this number, or it changed nothing that has a history.</returns>
    public async Task<RevisionView?> RunAsync(int entryId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var line = await db.Revisions.AsNoTracking().Where(r => r.EntryId == entryId)
            .Select(RevisionLine.Of(db)).FirstOrDefaultAsync(cancellationToken);
        if (line is null || kinds.FirstOrDefault(k => k.Kind == line.Kind) is not { } kind)
        {
            return null;
        }

        var subject = await kind.FindAsync(db, line.SubjectId, cancellationToken);
        return subject is null ? null : new RevisionView(line, subject, kind.Act);
    }
}

public sealed record RevisionView(RevisionLine Revision, SubjectState Now, Permission Act)
{
    /// <summary>What going back would change; empty when the subject is like that already.</summary>
    public IReadOnlyList<FieldDiff> Going(RevertTo to) => DraftDiff.Between(Now.Json, StateOf(Revision, to));

    internal static string? StateOf(RevisionLine revision, RevertTo to) => to == RevertTo.Before ? revision.Before : revision.After;
}
