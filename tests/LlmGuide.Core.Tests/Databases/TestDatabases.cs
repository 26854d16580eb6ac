using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Db.PostgreSql;
using LlmGuide.Db.Sqlite;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>
/// Makes databases for tests: a new SQLite file, or a new database on the server that tests/run started. All migrations run once for
/// each kind, as does the seed, and a test gets a copy of what came out: hundreds of tests want one of their own, and on PostgreSQL each
/// spent most of its time in migrations.
/// </summary>
internal static class TestDatabases
{
    private static readonly Dictionary<DatabaseContent, Lazy<Task<string>>> Files = Once(MakeFileAsync);
    private static readonly Dictionary<DatabaseContent, Lazy<Task<string>>> Templates = Once(MakeTemplateAsync);

    /// <summary>What the test that runs is to be run on; SQLite where its class does not ask for each.</summary>
    public static DatabaseProvider Provider =>
        TestContext.Current.TestCase?.Traits.TryGetValue(EachDatabaseFramework.Trait, out var names) is true
            ? Enum.Parse<DatabaseProvider>(names.Single()) : DatabaseProvider.Sqlite;

    public static bool IsThere(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite || TestServer.IsThere;

    /// <summary>A database of the kind that the test that runs is to be run on.</summary>
    public static GuideDatabase Create() => Create(Provider);

    public static GuideDatabase Create(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? Sqlite() : PostgreSql();

    public static GuideDatabase Sqlite()
    {
        var file = NewFile();
        return new GuideDatabase(
            services => services.AddGuideSqlite($"Data Source={file}"),
            async (_, content) => File.Copy(await Files[content].Value, file),
            _ => RemovedAsync(() => Remove(file)));
    }

    public static GuideDatabase Sqlite(string connection, Action remove) =>
        new(services => services.AddGuideSqlite(connection), GuideDatabase.MakeAsync, _ => RemovedAsync(remove));

    public static GuideDatabase PostgreSql()
    {
        var connection = TestServer.NewDatabase("test");
        return new GuideDatabase(
            services => services.AddGuidePostgreSql(connection.ConnectionString),
            async (_, content) => await TestServer.CopyAsync(await Templates[content].Value, connection.Database!),
            async database =>
            {
                await using var db = await database.OpenAsync();
                await db.Database.EnsureDeletedAsync(CancellationToken.None);
            });
    }

    /// <summary>The same database as another process has it.</summary>
    public static GuideDatabase Again(GuideDb db) => db.Database.GetConnectionString()! is var connection && db.Database.IsSqlite()
        ? Sqlite(connection, () => { })
        : new GuideDatabase(services => services.AddGuidePostgreSql(connection), GuideDatabase.MakeAsync, _ => Task.CompletedTask);

    private static Dictionary<DatabaseContent, Lazy<Task<string>>> Once(Func<DatabaseContent, Task<string>> make) =>
        Enum.GetValues<DatabaseContent>().ToDictionary(content => content, content => new Lazy<Task<string>>(() => make(content)));

    private static async Task<string> MakeFileAsync(DatabaseContent content)
    {
        var file = NewFile();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(file);
        await using (var made = Sqlite($"Data Source={file};Pooling=false", () => { }))
        {
            await made.FilledAsync(content);
        }

        return File.Exists(file + "-wal")
            ? throw new InvalidOperationException("The database is still in use, so its file is not all of it.") : file;
    }

    /// <summary>Without a pool: whoever is connected to a template keeps it from being copied.</summary>
    private static async Task<string> MakeTemplateAsync(DatabaseContent content)
    {
        var connection = TestServer.NewDatabase("template");
        connection.Pooling = false;

        // The process ends with this handler, so it has to wait.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TestServer.DropAsync(connection.Database!).GetAwaiter().GetResult();
        await using var made = new GuideDatabase(
            services => services.AddGuidePostgreSql(connection.ConnectionString), GuideDatabase.MakeAsync, _ => Task.CompletedTask);
        await made.FilledAsync(content);
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
