using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Data;

/// <summary>Whether the database answers and can be written.</summary>
public sealed class Readiness(IDbContextFactory<GuideDb> databases)
{
    /// <summary>
    /// Takes the write lock and gives it back: an update that touches no row, rolled back. It fails on a database that is
    /// away, full, locked for too long or read-only.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">The database says no.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"UPDATE \"Stages\" SET \"Position\" = \"Position\" WHERE \"Id\" = -1", cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }
}
