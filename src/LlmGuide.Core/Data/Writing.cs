using LlmGuide.Core.Data.Throughput;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Data;

/// <summary>
/// One write of one command: in one transaction, in turn with the others where the database takes one at a time, and after the commit
/// the cached pages that show what it changed are forgotten.
/// </summary>
public sealed class Writing(IDbContextFactory<GuideDb> databases, IWriteOrder order, IPageCache pages)
{
    private readonly SharedCommit _shared = new(databases, order);

    /// <summary>As the other, for what no cached page shows.</summary>
    /// <exception cref="TimeoutException">The queue is too long.</exception>
    public Task<Outcome<T>> RunAsync<T>(Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken) =>
        RunAsync(act, _ => [], cancellationToken);

    /// <summary>Runs <paramref name="act"/> and commits; when it refuses or fails, nothing is kept.</summary>
    /// <param name="act">What to write, or why not.</param>
    /// <param name="evict">The <see cref="PageTags"/> of what shows it, given what was written.</param>
    /// <exception cref="TimeoutException">The queue is too long.</exception>
    public async Task<Outcome<T>> RunAsync<T>(
        Func<GuideDb, Task<Outcome<T>>> act, Func<T, IReadOnlyCollection<string>> evict, CancellationToken cancellationToken)
    {
        var outcome = await CommandWatch.WatchAsync(act, () => CommitAsync(act, cancellationToken));
        if (outcome.TryGet(out var written, out _) && evict(written) is { Count: > 0 } tags)
        {
            // After the commit it is done, whoever has gone away: so nothing ends this.
            await pages.EvictAsync(tags, CancellationToken.None);
        }

        return outcome;
    }

    /// <summary>
    /// As <c>RunAsync</c>, for an act that takes what can be had once: a slug, a name, an address. When somebody takes it between
    /// the look and the save, the act runs once more, and says itself that it is taken.
    /// </summary>
    /// <exception cref="TimeoutException">The queue is too long.</exception>
    public async Task<Outcome<T>> RunTakingAsync<T>(
        Func<GuideDb, Task<Outcome<T>>> act, Func<T, IReadOnlyCollection<string>> evict, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(act, evict, cancellationToken);
        }
        catch (DbUpdateException taken) when (taken is not DbUpdateConcurrencyException)
        {
            return await RunAsync(act, evict, cancellationToken);
        }
    }

    /// <summary>
    /// As <c>RunAsync</c>, for an act of a few statements that many do at once. Where one writes at a time, those that wait
    /// are committed together. The act must read and write through the context that it is given alone.
    /// </summary>
    /// <exception cref="TimeoutException">The queue is too long.</exception>
    public Task<Outcome<T>> RunShortAsync<T>(Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken) =>
        CommandWatch.WatchAsync(
            act, () => order.OneAtATime ? _shared.RunAsync(act, cancellationToken) : CommitAsync(act, cancellationToken));

    /// <summary>
    /// Within a write: whoever holds the same name meanwhile, on whichever node, waits until this write is done. For a rule about rows
    /// that are not there yet, or about many of them, which no row can be locked for.
    /// </summary>
    public Task HoldAsync(GuideDb db, string name, CancellationToken cancellationToken) => order.HoldAsync(db, name, cancellationToken);

    private async Task<Outcome<T>> CommitAsync<T>(Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken)
    {
        using var turn = await order.TurnAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await act(db);
        if (outcome.Refusal is null)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }
}

/// <summary>
/// Who writes next. SQLite takes one writer at a time and lets the others poll its lock, which with four of them was measured to
/// cost up to two seconds; a queue in the process costs a tenth of one. PostgreSQL needs none.
/// </summary>
public interface IWriteOrder
{
    /// <summary>Whether writers wait for each other.</summary>
    bool OneAtATime { get; }

    /// <returns>A turn; disposing of it lets the next one write.</returns>
    /// <exception cref="TimeoutException">No turn came up in time.</exception>
    Task<IDisposable> WaitAsync(CancellationToken cancellationToken);

    /// <summary>See <see cref="Writing.HoldAsync"/>. Where one writes at a time, that one holds everything.</summary>
    Task HoldAsync(GuideDb db, string name, CancellationToken cancellationToken) => Task.CompletedTask;
}
