using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;

using Microsoft.EntityFrameworkCore;

using Npgsql;

namespace LlmGuide.Db.PostgreSql;

/// <summary>A database beside the one in use, on the same server: to take its place is to rename both.</summary>
/// <param name="connection">To the database in use.</param>
/// <param name="inUse">What that is called.</param>
/// <param name="before">What it is called once this one has taken its place.</param>
internal sealed class PostgreSqlStagedDump(NpgsqlConnectionStringBuilder connection, string inUse, string staged, string before)
    : IStagedDump
{
    /// <summary>Nobody may be connected to a database that is renamed, not even to do that.</summary>
    private const string Elsewhere = "postgres";

    public string Name => staged;

    public string ConnectionString => Unpooled(staged);

    public GuideDb Open() =>
        new((DbContextOptions<GuideDb>)new DbContextOptionsBuilder<GuideDb>().UseGuidePostgreSql(ConnectionString).Options);

    /// <summary>Makes it, empty; what an earlier try has left goes.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync($"DROP DATABASE IF EXISTS {Quoted(staged)} WITH (FORCE)", cancellationToken);
            await RunAsync($"CREATE DATABASE {Quoted(staged)} TEMPLATE template0 ENCODING 'UTF8'", cancellationToken);
        }
        catch (PostgresException refused)
        {
            throw new StorageException(
                $"A database beside {inUse} cannot be made: {refused.MessageText}. The user needs the right to create databases.", refused);
        }
    }

    public async Task<string?> ReplaceAsync(CancellationToken cancellationToken)
    {
        // Those of this process that are idle.
        NpgsqlConnection.ClearAllPools();
        try
        {
            var isThere = await ExistsAsync(cancellationToken);
            await RunAsync(
                (isThere ? $"ALTER DATABASE {Quoted(inUse)} RENAME TO {Quoted(before)}; " : "")
                + $"ALTER DATABASE {Quoted(staged)} RENAME TO {Quoted(inUse)}", cancellationToken);
            return isThere ? before : null;
        }
        catch (PostgresException used) when (used.SqlState == PostgresErrorCodes.ObjectInUse)
        {
            throw new StorageException("The database is in use: stop the application, then restore. Nothing was changed.", used);
        }
    }

    /// <summary>Once it is called otherwise, there is none of its name.</summary>
    public async ValueTask DisposeAsync() =>
        await RunAsync($"DROP DATABASE IF EXISTS {Quoted(staged)} WITH (FORCE)", CancellationToken.None);

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(Unpooled(Elsewhere));
        await using var command = server.CreateCommand("SELECT count(*) FROM pg_database WHERE datname = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = inUse });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! > 0;
    }

    private async Task RunAsync(string statements, CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(Unpooled(Elsewhere));
        await using var command = server.CreateCommand(statements);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string Unpooled(string database) =>
        new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = database, Pooling = false }.ConnectionString;

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
