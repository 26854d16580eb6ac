using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions.History;

/// <summary>The public log, for programs: newest first.</summary>
public sealed class ChangeApiQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="after">The number of the row to go on after, that is, below; 0 for the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    public async Task<Batch<ChangeResponse>> BatchAsync(int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = db.Revisions;
        var rows = await db.Log.AsNoTracking().Where(e => after == 0 || e.Id < after).OrderByDescending(e => e.Id).Take(limit + 1)
            .Select(e => new ChangeResponse(e.Id, e.At, e.ActorName, e.Act, e.Kind.ToSlug(), e.Key, e.Title, e.Reason,
                revisions.Where(r => r.EntryId == e.Id).Select(r => (int?)r.Number).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return rows.ToBatch(limit, e => e.Id, await db.Log.CountAsync(cancellationToken));
    }
}

/// <summary>An act of curation or moderation as programs see it.</summary>
/// <param name="Id">Goes up.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as they were called at the time.</param>
/// <param name="Act">What was done, such as "removed".</param>
/// <param name="Kind">To what, such as topic, resource, task, comment or member.</param>
/// <param name="Key">The slug, number or name of that.</param>
/// <param name="Title">How it was called at the time.</param>
/// <param name="Reason">Why; empty where none is asked for.</param>
/// <param name="Revision">
/// The number of the revision within its subject; none for what changed nothing that has a history.
/// What it changed is at <c>/api/v1/changes/{id}</c>.
/// </param>
public sealed record ChangeResponse(
    int Id, DateTimeOffset At, string By, string Act, string Kind, string Key, string Title, string Reason, int? Revision);
