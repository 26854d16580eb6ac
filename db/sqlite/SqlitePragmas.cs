using System.Data.Common;
using System.Runtime.CompilerServices;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

using SQLitePCL;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// Sets each new connection up. WAL lets readers go on while somebody writes; FULL keeps the last commit through a power
/// cut, which NORMAL does not (https://www.sqlite.org/pragma.html#pragma_synchronous).
/// </summary>
/// <remarks>
/// Opening takes a connection to SQLite from a pool, and its settings are still there: they are made once for each, since
/// making them on every opening took longer than the query that followed (150 µs).
/// </remarks>
internal sealed class SqlitePragmas(bool readOnly) : DbConnectionInterceptor
{
    private const string ForReading = "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;";

    // The log is copied into the file every 32 MB instead of every 4: a page that many posts touch is copied once for all of them.
    // What a savepoint sets aside stays in memory instead of a file of its own.
    private const string ForWriting = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA temp_store = MEMORY;";

    private static readonly object Done = new();

    private readonly ConditionalWeakTable<sqlite3, object> _ready = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsNew(connection))
        {
            using var command = Command(connection);
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsNew(connection))
        {
            await using var command = Command(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private bool IsNew(DbConnection connection) => ((SqliteConnection)connection).Handle is { } handle && _ready.TryAdd(handle, Done);

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Either is a constant.
        command.CommandText = readOnly ? ForReading : ForWriting;
#pragma warning restore CA2100
        return command;
    }
}
