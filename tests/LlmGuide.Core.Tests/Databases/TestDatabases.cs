using LlmGuide.Db.PostgreSql;
using LlmGuide.Db.Sqlite;

using Microsoft.Data.Sqlite;

using Npgsql;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>Makes databases for tests: a new SQLite file, or a new database on the server that tests/run started.</summary>
internal static class TestDatabases
{
    public const string ServerVariable = "LLMGUIDE_TEST_POSTGRES";

    public static GuideDatabase Sqlite()
    {
        var file = Path.Combine(Path.GetTempPath(), $"llmguide-test-{Guid.NewGuid():N}.db");
        return Sqlite($"Data Source={file}", () =>
        {
            foreach (var left in (string[])[file, file + "-wal", file + "-shm"])
            {
                File.Delete(left);
            }
        });
    }

    public static GuideDatabase Sqlite(string connection, Action remove) => new(services => services.AddGuideSqlite(connection), _ =>
    {
        SqliteConnection.ClearAllPools();
        remove();
        return Task.CompletedTask;
    });

    public static GuideDatabase PostgreSql()
    {
        var server = Environment.GetEnvironmentVariable(ServerVariable);
        Assert.SkipUnless(server is { Length: > 0 }, $"{ServerVariable} names no PostgreSQL server; tests/run starts one.");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = $"llmguide_test_{Guid.NewGuid():N}" };
        return new GuideDatabase(services => services.AddGuidePostgreSql(connection.ConnectionString), async database =>
        {
            await using var db = await database.OpenAsync();
            await db.Database.EnsureDeletedAsync(CancellationToken.None);
        });
    }
}

/// <summary>One database of a kind with the real seed, for all the tests that only read it.</summary>
public abstract class SeededDatabase : IAsyncLifetime
{
    private GuideDatabase? _database;

    /// <summary>The database; asking for it skips the test where there is none.</summary>
    public GuideDatabase Database => _database ?? throw Skipped();

    public async ValueTask InitializeAsync()
    {
        if (Available)
        {
            _database = await Create().SeededAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    protected virtual bool Available => true;

    protected abstract GuideDatabase Create();

    private static InvalidOperationException Skipped()
    {
        Assert.Skip($"{TestDatabases.ServerVariable} names no PostgreSQL server; tests/run starts one.");
        return new InvalidOperationException();
    }
}

public sealed class SeededSqlite : SeededDatabase
{
    protected override GuideDatabase Create() => TestDatabases.Sqlite();
}

public sealed class SeededPostgreSql : SeededDatabase
{
    protected override bool Available => Environment.GetEnvironmentVariable(TestDatabases.ServerVariable) is { Length: > 0 };

    protected override GuideDatabase Create() => TestDatabases.PostgreSql();
}
