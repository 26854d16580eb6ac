using System.Linq.Expressions;

using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Revisions.History;

/// <summary>One page of the public log, newest first, with the values that its filters can take.</summary>
public sealed class ChangesQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <summary>So many names are offered to choose from.</summary>
    private const int MostActors = 100;

    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<ChangesView> RunAsync(ChangesFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var found = db.Log.AsNoTracking().Where(e => (filter.Act == null || e.Act == filter.Act)
            && (filter.Kind == null || e.Kind == filter.Kind)
            && (filter.By == null || e.ActorName == filter.By));
        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await found.OrderByDescending(e => e.Id).Skip((number - 1) * PageSize)
            .Take(PageSize).Select(ChangeOf(db)).ToListAsync(cancellationToken);

        // Not paged: as many as there are verbs for it, and kinds.
        var acts = await db.Log.AsNoTracking().Select(e => e.Act).Distinct().OrderBy(a => a).ToListAsync(cancellationToken);
        var actors = await db.Log.AsNoTracking().Select(e => e.ActorName).Distinct()
            .OrderBy(a => a).Take(MostActors).ToListAsync(cancellationToken);
        var kinds = await db.Log.AsNoTracking().Select(e => e.Kind).Distinct().ToListAsync(cancellationToken);
        return new ChangesView(new Page<Change>(rows, number, PageSize, total), acts, actors, [.. kinds.Order()]);
    }

    /// <returns>The newest, for a feed.</returns>
    public async Task<IReadOnlyList<Change>> NewestAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Log.AsNoTracking().OrderByDescending(e => e.Id).Take(limit).Select(ChangeOf(db)).ToListAsync(cancellationToken);
    }

    /// <summary>A row as it is shown, with how whoever did it is called now.</summary>
    internal static Expression<Func<LogEntry, Change>> ChangeOf(GuideDb db)
    {
        var (members, revisions) = (db.Members, db.Revisions);
        return e => new Change(
            e.Id, e.At, e.ActorName, members.Where(m => m.Id == e.ActorId).Select(m => m.UserName).FirstOrDefault(),
            e.Act, e.Kind, e.Key, e.Title, e.Reason,
            revisions.Where(r => r.EntryId == e.Id).Select(r => (int?)r.Number).FirstOrDefault());
    }
}

/// <summary>Which part of the log to show; <c>null</c> is everything.</summary>
/// <param name="By">By whom, as they were called at the time.</param>
public sealed record ChangesFilter(string? Act = null, LogKind? Kind = null, string? By = null);

/// <param name="Acts">Everything that was ever done.</param>
public sealed record ChangesView(
    Page<Change> Changes, IReadOnlyList<string> Acts, IReadOnlyList<string> Actors, IReadOnlyList<LogKind> Kinds);

/// <summary>A row of the log; each field as <see cref="LogEntry"/> has it.</summary>
/// <param name="Id">Goes up.</param>
/// <param name="By">Who, as they were called at the time.</param>
/// <param name="Member">How they are called now; <c>null</c> for who is no member.</param>
/// <param name="Title">How it was called at the time.</param>
/// <param name="Reason">Why, or nothing.</param>
/// <param name="Revision">The number of the revision within its subject; <c>null</c> for what changed nothing that has a history.</param>
public sealed record Change(
    int Id, DateTimeOffset At, string By, string? Member, string Act, LogKind Kind, string Key, string Title, string Reason, int? Revision);
