using LlmGuide.Core.Data.Storage;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>
/// A database of each kind for all tests of a class; <see cref="Database"/> is the one of the test that runs. Where there is no
/// PostgreSQL server, the tests that ask for it are skipped before they begin.
/// </summary>
public abstract class SharedDatabases(DatabaseContent content) : IAsyncLifetime
{
    private readonly Dictionary<DatabaseProvider, GuideDatabase> _databases = [];

    public GuideDatabase Database => _databases[TestDatabases.Provider];

    public async ValueTask InitializeAsync()
    {
        foreach (var provider in Enum.GetValues<DatabaseProvider>().Where(TestDatabases.IsThere))
        {
            _databases[provider] = await TestDatabases.Create(provider).FilledAsync(content);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }
    }
}

/// <summary>Without content, for tests that each write what they need beside the others'.</summary>
public sealed class BareDatabase() : SharedDatabases(DatabaseContent.Schema);

/// <summary>With the real seed, for tests that only read it.</summary>
public sealed class SeededDatabase() : SharedDatabases(DatabaseContent.Seed);
