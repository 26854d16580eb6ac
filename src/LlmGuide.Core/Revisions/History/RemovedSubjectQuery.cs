using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions.History;

/// <summary>What is said where something was that is no part of the guide any more.</summary>
public sealed class RemovedSubjectQuery(IDbContextFactory<GuideDb> databases, IEnumerable<IEditableKind> kinds)
{
    /// <returns><c>null</c> when nothing of this kind with this slug was removed.</returns>
    public async Task<RemovedSubject?> RunAsync(LogKind kind, string key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await kinds.First(known => known.Kind == kind).FindAsync(db, key, cancellationToken) is not { RemovedAt: { } at } gone)
        {
            return null;
        }

        var reason = await db.Revisions.Where(r => r.Kind == kind && r.SubjectId == gone.Id && r.Entry.At == at)
            .OrderByDescending(r => r.Number).Select(r => r.Entry.Reason).FirstOrDefaultAsync(cancellationToken);
        return new RemovedSubject(gone.Subject, at, gone.ConversationId, reason);
    }
}

/// <param name="ConversationId">
/// What was said about it; it can still be read. <c>null</c> for what is discussed with something else.
/// </param>
public sealed record RemovedSubject(LogSubject Subject, DateTimeOffset At, int? ConversationId, string? Reason);
