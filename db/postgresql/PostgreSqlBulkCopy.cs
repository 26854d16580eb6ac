using System.Data;
using System.Data.Common;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

using Npgsql;

namespace LlmGuide.Db.PostgreSql;

/// <summary>Whole tables out of and into a database on a server, by its COPY in binary form.</summary>
internal sealed class PostgreSqlBulkCopy : IBulkCopy
{
    /// <summary>Where the definitions of foreign keys are while they are not in force. It goes with the transaction.</summary>
    private const string SetAside = "llmguide_foreign_keys";

    /// <summary>One snapshot for all statements (https://www.postgresql.org/docs/current/transaction-iso.html).</summary>
    public async Task<IDbContextTransaction> BeginReadingAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var reading = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await RunAsync(db, "SET TRANSACTION READ ONLY", cancellationToken);
        return reading;
    }

    /// <summary>
    /// Foreign keys are taken away and come back in <see cref="FinishAsync"/>, as pg_restore does it: what owns the tables may do that,
    /// and to look at all rows of a table at once is quicker than at each.
    /// </summary>
    public async Task<IDbContextTransaction> BeginFillingAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var filling = await db.Database.BeginTransactionAsync(cancellationToken);
        await RunAsync(
            db, $"""
                CREATE TEMPORARY TABLE {SetAside} ON COMMIT DROP AS
                SELECT conrelid::regclass::text AS of, conname AS name, pg_get_constraintdef(oid) AS definition
                FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
                """, cancellationToken);
        await RunEachAsync(db, "format('ALTER TABLE %s DROP CONSTRAINT %I', of, name)", cancellationToken);
        return filling;
    }

    public async Task FillAsync(GuideDb db, BulkTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var importer = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({table.Names()}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await importer.StartRowAsync(cancellationToken);
            for (var at = 0; at < row.Length; at++)
            {
                await (table.Columns[at].Stored(row[at]) is { } value
                    ? importer.WriteAsync(value, table.Columns[at].StoreType, cancellationToken)
                    : importer.WriteNullAsync(cancellationToken));
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }

    /// <summary>The index is made of columns that the server computes.</summary>
    public Task FinishAsync(GuideDb db, CancellationToken cancellationToken) =>
        RunEachAsync(db, "format('ALTER TABLE %s ADD CONSTRAINT %I %s', of, name, definition)", cancellationToken);

    public async Task<long?> LastNumberAsync(GuideDb db, BulkTable table, CancellationToken cancellationToken)
    {
        await using var command = Command(db, $"SELECT pg_sequence_last_value({SequenceOf(table)}::regclass)");
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    public async Task NumberFromAsync(GuideDb db, BulkTable table, long last, CancellationToken cancellationToken)
    {
        await using var command = Command(db, $"SELECT setval({SequenceOf(table)}::regclass, @last)");
        command.Parameters.Add(new NpgsqlParameter("last", last));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public string InByteOrder(BulkColumn column) =>
        column.StoreType is "text" or "character varying" ? $"\"{column.Name}\" COLLATE \"C\"" : $"\"{column.Name}\"";

    /// <summary>What numbers the rows; NULL, from which everything else follows, where nothing does.</summary>
    private static string SequenceOf(BulkTable table) =>
        $"pg_get_serial_sequence('\"{table.Name}\"', '{table.Columns[table.Key[0]].Name}')";

    /// <summary>Runs a statement for each foreign key that was set aside, without a word to the client between.</summary>
    private static Task RunEachAsync(GuideDb db, string statement, CancellationToken cancellationToken) => RunAsync(
        db, $"""
            DO $$ DECLARE statement text; BEGIN
                FOR statement IN SELECT {statement} FROM {SetAside} LOOP EXECUTE statement; END LOOP;
            END $$
            """, cancellationToken);

    private static async Task RunAsync(GuideDb db, string statement, CancellationToken cancellationToken)
    {
        await using var command = Command(db, statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(GuideDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // Constants, and names of the model.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
