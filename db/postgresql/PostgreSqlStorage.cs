using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

using Npgsql;

namespace LlmGuide.Db.PostgreSql;

/// <summary>A database on a server, which looks after its files itself.</summary>
internal sealed class PostgreSqlStorage : IStorage, IAsyncDisposable
{
    /// <summary>Of the advisory lock, in each database its own: “LLMG”.</summary>
    private const long SchemaKey = 0x4C4C4D47;

    private const int ProbeSeconds = 3;

    private static readonly TimeSpan LongestMigration = TimeSpan.FromHours(1);

    private readonly IDbContextFactory<GuideDb> _databases;
    private readonly string _connectionString;
    private readonly NpgsqlDataSource _probe;

    public PostgreSqlStorage(IDbContextFactory<GuideDb> databases, string connectionString)
    {
        (_databases, _connectionString) = (databases, connectionString);
        _probe = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Timeout = ProbeSeconds,
            CommandTimeout = ProbeSeconds,
            MaxPoolSize = 1,
            MinPoolSize = 0,
        });
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var server = db.GetService<IRelationalDatabaseCreator>();
        if (!await server.ExistsAsync(cancellationToken))
        {
            await server.CreateAsync(cancellationToken);
        }
    }

    public async Task<IAsyncDisposable?> TryLockSchemaAsync(CancellationToken cancellationToken)
    {
        // Not from a pool: the lock ends with its session, and the session with this connection.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection)
            {
                Parameters = { new NpgsqlParameter { Value = SchemaKey } },
            };
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>EF Core commits the migrations before it makes what comes after each of them: a start can be cut off in between.</summary>
    public Task<bool> IsCompleteAsync(GuideDb db, CancellationToken cancellationToken) =>
        PostgreSqlTextIndexing.IsDoneAsync(db, cancellationToken);

    /// <summary>A migration may write every row anew: of a hundred thousand works the index alone takes longer than a query may.</summary>
    public Task MigrateAsync(GuideDb db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(LongestMigration);
        return db.Database.MigrateAsync(cancellationToken);
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var command = _probe.CreateCommand(
            """UPDATE "__EFMigrationsHistory" SET "ProductVersion" = "ProductVersion" WHERE "MigrationId" = (SELECT min("MigrationId") FROM "__EFMigrationsHistory")""");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _probe.DisposeAsync();
}
