using LlmGuide.Core.Data;
using LlmGuide.Db.PostgreSql;
using LlmGuide.Db.Sqlite;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>
/// Makes databases for tests: a new SQLite file, or a new database on the server that tests/run started. All migrations run once for
/// each kind, and a test gets a copy of what came out: hundreds of tests want one of their own, and on PostgreSQL each spent most of
/// its time in migrations.
/// </summary>
internal static class TestDatabases
{
    private static readonly Lazy<Task<string>> MigratedFile = new(MigrateFileAsync);
    private static readonly Lazy<Task<string>> MigratedTemplate = new(MigrateTemplateAsync);

    public static GuideDatabase Sqlite()
    {
        var file = NewFile();
        return new GuideDatabase(
            services => services.AddGuideSqlite($"Data Source={file}"),
            async _ => File.Copy(await MigratedFile.Value, file),
            _ => RemovedAsync(() => Remove(file)));
    }

    public static GuideDatabase Sqlite(string connection, Action remove) =>
        new(services => services.AddGuideSqlite(connection), GuideDatabase.MigrateAsync, _ => RemovedAsync(remove));

    public static GuideDatabase PostgreSql()
    {
        var connection = TestServer.NewDatabase("test");
        return new GuideDatabase(
            services => services.AddGuidePostgreSql(connection.ConnectionString),
            async _ => await TestServer.CopyAsync(await MigratedTemplate.Value, connection.Database!),
            async database =>
            {
                await using var db = await database.OpenAsync();
                await db.Database.EnsureDeletedAsync(CancellationToken.None);
            });
    }

    /// <summary>The same database as another process has it.</summary>
    public static GuideDatabase Again(GuideDb db) => db.Database.GetConnectionString()! is var connection && db.Database.IsSqlite()
        ? Sqlite(connection, () => { })
        : new GuideDatabase(services => services.AddGuidePostgreSql(connection), GuideDatabase.MigrateAsync, _ => Task.CompletedTask);

    private static async Task<string> MigrateFileAsync()
    {
        var file = NewFile();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(file);
        await using (var migrated = Sqlite($"Data Source={file};Pooling=false", () => { }))
        {
            await migrated.MigratedAsync();
        }

        return File.Exists(file + "-wal")
            ? throw new InvalidOperationException("The migrated database is still in use, so its file is not all of it.") : file;
    }

    /// <summary>Without a pool: whoever is connected to a template keeps it from being copied.</summary>
    private static async Task<string> MigrateTemplateAsync()
    {
        var connection = TestServer.NewDatabase("template");
        connection.Pooling = false;

        // The process ends with this handler, so it has to wait.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TestServer.DropAsync(connection.Database!).GetAwaiter().GetResult();
        await using var migrated = new GuideDatabase(
            services => services.AddGuidePostgreSql(connection.ConnectionString), GuideDatabase.MigrateAsync, _ => Task.CompletedTask);
        await migrated.MigratedAsync();
        return connection.Database!;
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"llmguide-test-{Guid.NewGuid():N}.db");

    private static Task RemovedAsync(Action remove)
    {
        SqliteConnection.ClearAllPools();
        remove();
        return Task.CompletedTask;
    }

    private static void Remove(string file)
    {
        foreach (var left in (string[])[file, file + "-wal", file + "-shm", file + "-made"])
        {
            File.Delete(left);
        }
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
        TestServer.SkipWithoutServer();
        return new InvalidOperationException();
    }
}

public sealed class SeededSqlite : SeededDatabase
{
    protected override GuideDatabase Create() => TestDatabases.Sqlite();
}

public sealed class SeededPostgreSql : SeededDatabase
{
    protected override bool Available => TestServer.IsThere;

    protected override GuideDatabase Create() => TestDatabases.PostgreSql();
}
