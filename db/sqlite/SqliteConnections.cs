using System.Data.Common;
using System.Runtime.CompilerServices;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

using SQLitePCL;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// Opens connections the way that the file allows, and sets each new one up. WAL lets readers go on while somebody writes; FULL keeps the
/// last commit through a power cut, which NORMAL does not (https://www.sqlite.org/pragma.html#pragma_synchronous).
/// </summary>
/// <remarks>
/// Opening takes a connection to SQLite from a pool, and its settings are still there: they are made once for each, since
/// making them on every opening took longer than the query that followed (150 µs).
/// </remarks>
internal sealed class SqliteConnections(SqliteFile file, SqliteAnchor anchor) : DbConnectionInterceptor
{
    // The log is copied into the file every 32 MB instead of every 4: a page that many posts touch is copied once for all of them.
    // What a savepoint sets aside stays in memory instead of a file of its own.
    private const string ForWriting =
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; "
        + "PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL;";
    private const string ForReading = "PRAGMA query_only = ON;";

    private static readonly object Done = new();

    private readonly ConditionalWeakTable<sqlite3, object> _ready = [];

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Direct(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Direct(connection);
        return ValueTask.FromResult(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetUp((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // The driver has nothing to wait for: what it does asynchronously is the same.
        SetUp((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>EF Core opens connections besides, to see whether there is a file: those stay as they are.</summary>
    private void Direct(DbConnection connection)
    {
        if (file.IsWay(connection.ConnectionString) && connection.ConnectionString != file.Current)
        {
            connection.ConnectionString = file.Current;
        }
    }

    private void SetUp(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle || !file.IsWay(connection.ConnectionString) || _ready.TryGetValue(handle, out _))
        {
            return;
        }

        try
        {
            var writes = connection.ConnectionString == file.Write;
            if (writes)
            {
                anchor.Hold();
                anchor.RequireInPlace();
            }

            var mode = Run(connection, $"PRAGMA busy_timeout = {connection.DefaultTimeout * 1_000}; {(writes ? ForWriting : ForReading)}");
            if (writes)
            {
                // Every commit comes by here, whoever made it; what is not 0 turns it into a rollback
                // (https://www.sqlite.org/c3ref/commit_hook.html).
                raw.sqlite3_commit_hook(handle, _ => anchor.IsLost(hasLog: mode == "wal") ? 1 : 0, null);
            }

            _ready.Add(handle, Done);
        }
        catch
        {
            connection.Close();
            throw;
        }
    }

    /// <returns>What the last statement says.</returns>
    private static string? Run(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants and a number.
        command.CommandText = statements;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        string? last = null;
        do
        {
            last = reader.Read() ? reader.GetString(0) : last;
        }
        while (reader.NextResult());
        return last;
    }
}
