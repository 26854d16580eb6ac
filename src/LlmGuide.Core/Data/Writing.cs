using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Data;

/// <summary>One write of one command: in one transaction, and in turn with the others where the database takes one at a time.</summary>
public sealed class Writing(IDbContextFactory<GuideDb> databases, IWriteOrder order)
{
    /// <summary>Runs <paramref name="act"/> and commits; when it refuses or fails, nothing is kept.</summary>
    /// <exception cref="TimeoutException">The queue is too long.</exception>
    public async Task<Outcome<T>> RunAsync<T>(Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken)
    {
        using var turn = await order.WaitAsync(cancellationToken);
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
    /// <returns>A turn; disposing of it lets the next one write.</returns>
    /// <exception cref="TimeoutException">No turn came up in time.</exception>
    Task<IDisposable> WaitAsync(CancellationToken cancellationToken);
}
