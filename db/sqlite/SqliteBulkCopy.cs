using System.Data.Common;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Db.Sqlite;

/// <summary>Whole tables out of and into a file.</summary>
internal sealed class SqliteBulkCopy : IBulkCopy
{
    /// <summary>SQLite finds each parameter by its name among all of them: with thousands, that takes longer than the rows.</summary>
    private const int MostParameters = 400;

    /// <summary>
    /// A transaction that only reads: in WAL mode it sees what was committed before its first statement, and lets others write.
    /// </summary>
    public async Task<IDbContextTransaction> BeginReadingAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var used = (await db.Database.UseTransactionAsync(Deferred(db), cancellationToken))!;
        await db.Database.ExecuteSqlAsync($"SELECT count(*) FROM sqlite_master", cancellationToken);
        return used;
    }

    /// <summary>Foreign keys are looked at by the commit (https://www.sqlite.org/pragma.html#pragma_defer_foreign_keys).</summary>
    public async Task<IDbContextTransaction> BeginFillingAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var filling = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys = ON", cancellationToken);
        await SqliteTextIndexing.SuspendAsync(db, cancellationToken);
        return filling;
    }

    public async Task FillAsync(GuideDb db, BulkTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var atOnce = Math.Max(1, MostParameters / table.Columns.Count);
        await using var full = Insert(db, table, atOnce);
        var waiting = new List<object?[]>(atOnce);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            waiting.Add(row);
            if (waiting.Count == atOnce)
            {
                await RunAsync(full, table, waiting, cancellationToken);
                waiting.Clear();
            }
        }

        if (waiting.Count > 0)
        {
            await using var rest = Insert(db, table, waiting.Count);
            await RunAsync(rest, table, waiting, cancellationToken);
        }
    }

    /// <summary>
    /// The index is made anew with its triggers: a row may be found by what another table says of it, which came later.
    /// </summary>
    public async Task FinishAsync(GuideDb db, CancellationToken cancellationToken)
    {
        await SqliteTextIndexing.RebuildAsync(db, cancellationToken);
        await using var lost = Command(db, "SELECT \"table\", \"parent\" FROM pragma_foreign_key_check LIMIT 1");
        await using var found = await lost.ExecuteReaderAsync(cancellationToken);
        if (await found.ReadAsync(cancellationToken))
        {
            throw new SqliteException(
                $"A row of {found.GetString(0)} refers to one of {found.GetString(1)} that is not there.",
                SQLitePCL.raw.SQLITE_CONSTRAINT, SQLitePCL.raw.SQLITE_CONSTRAINT_FOREIGNKEY);
        }
    }

    public async Task<long?> LastNumberAsync(GuideDb db, BulkTable table, CancellationToken cancellationToken)
    {
        await using var command = Command(db, $"SELECT seq FROM sqlite_sequence WHERE name = '{table.Name}'");
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    public async Task NumberFromAsync(GuideDb db, BulkTable table, long last, CancellationToken cancellationToken)
    {
        await using var command = Command(
            db, $"""
                DELETE FROM sqlite_sequence WHERE name = '{table.Name}';
                INSERT INTO sqlite_sequence (name, seq)
                SELECT name, @last FROM sqlite_master
                WHERE type = 'table' AND name = '{table.Name}' AND sql LIKE '%AUTOINCREMENT%'
                """);
        command.Parameters.Add(new SqliteParameter("@last", last));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>As they are compared unless a column says otherwise, and none does.</summary>
    public string InByteOrder(BulkColumn column) => $"\"{column.Name}\"";

    /// <summary>EF Core begins every transaction as one that writes.</summary>
    private static SqliteTransaction Deferred(GuideDb db) =>
        ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);

    private static DbCommand Insert(GuideDb db, BulkTable table, int rows)
    {
        var width = table.Columns.Count;
        var values = Enumerable.Range(0, rows).Select(
            row => $"({string.Join(',', Enumerable.Range(row * width, width).Select(Parameter))})");
        var command = Command(db, $"INSERT INTO \"{table.Name}\" ({table.Names()}) VALUES {string.Join(',', values)}");
        for (var at = 0; at < rows * width; at++)
        {
            command.Parameters.Add(table.Columns[at % width].Parameter(command, Parameter(at)));
        }

        command.Prepare();
        return command;
    }

    private static Task<int> RunAsync(
        DbCommand command, BulkTable table, List<object?[]> rows, CancellationToken cancellationToken)
    {
        var at = 0;
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                command.Parameters[at++].Value = table.Columns[column].Stored(row[column]) ?? DBNull.Value;
            }
        }

        return command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Parameter(int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{at}");

    private static DbCommand Command(GuideDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Constants, and names of the model.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
