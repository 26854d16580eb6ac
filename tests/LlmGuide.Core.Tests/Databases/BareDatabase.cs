namespace LlmGuide.Core.Tests.Databases;

/// <summary>One database of a kind without content, for tests that each write what they need beside the others'.</summary>
public abstract class BareDatabase : IAsyncLifetime
{
    private GuideDatabase? _database;

    /// <summary>The database; asking for it skips the test where there is none.</summary>
    public GuideDatabase Database => _database ?? Create();

    public async ValueTask InitializeAsync()
    {
        if (Available)
        {
            _database = await Create().MigratedAsync();
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
}

public sealed class BareSqlite : BareDatabase
{
    protected override GuideDatabase Create() => TestDatabases.Sqlite();
}

public sealed class BarePostgreSql : BareDatabase
{
    protected override bool Available => TestServer.IsThere;

    protected override GuideDatabase Create() => TestDatabases.PostgreSql();
}
