using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// Sets each new connection up. WAL lets readers go on while somebody writes; FULL keeps the last commit through a power
/// cut, which NORMAL does not (https://www.sqlite.org/pragma.html#pragma_synchronous).
/// </summary>
internal sealed class SqlitePragmas(bool readOnly) : DbConnectionInterceptor
{
    private const string ForReading = "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;";

    private const string ForWriting = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Either is a constant.
        command.CommandText = readOnly ? ForReading : ForWriting;
#pragma warning restore CA2100
        return command;
    }
}
