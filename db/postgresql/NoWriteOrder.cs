using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.PostgreSql;

/// <summary>PostgreSQL lets everybody write at once and locks rows by itself.</summary>
internal sealed class NoWriteOrder : IWriteOrder
{
    private static readonly Task<IDisposable> Now = Task.FromResult<IDisposable>(new Turn());

    public bool OneAtATime => false;

    public Task<IDisposable> WaitAsync(CancellationToken cancellationToken) => Now;

    /// <summary>
    /// An advisory lock, which ends with the transaction (https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS).
    /// </summary>
    public Task HoldAsync(GuideDb db, string name, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);

    private sealed class Turn : IDisposable
    {
        public void Dispose()
        {
            // Nobody waits for it.
        }
    }
}
