using System.Globalization;
using System.Runtime.CompilerServices;

using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Data;

public sealed class SchemaTests
{
    [Fact]
    public async Task An_empty_database_is_behind_and_a_migrated_one_current()
    {
        await using var database = TestDatabases.Sqlite();
        await using var db = await database.OpenAsync();
        Assert.Equal(SchemaState.Behind, await Schema.StateAsync(db, GuideDatabase.Cancelled));
        await GuideDatabase.MakeAsync(database, DatabaseContent.Schema);
        Assert.Equal(SchemaState.Current, await Schema.StateAsync(db, GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task A_database_with_an_unknown_migration_is_ahead()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await using var db = await database.OpenAsync();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99.0')", GuideDatabase.Cancelled);
        Assert.Equal(SchemaState.Ahead, await Schema.StateAsync(db, GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task A_database_of_a_program_from_before_the_first_release_is_told_apart()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await using var db = await database.OpenAsync();
        await db.Database.ExecuteSqlAsync(
            $"UPDATE __EFMigrationsHistory SET MigrationId = '20261122235716_Initial' WHERE MigrationId LIKE '%_Initial'",
            GuideDatabase.Cancelled);
        Assert.Equal(SchemaState.Unreleased, await Schema.StateAsync(db, GuideDatabase.Cancelled));
    }

    /// <summary>SQLite makes a table anew for many a change of it, and drops its triggers with the old one.</summary>
    [Fact]
    public async Task After_a_migration_the_text_index_is_whole_and_keeps_itself_so_whatever_it_did_to_the_tables()
    {
        await using var database = await TestDatabases.Sqlite().SeededAsync();
        await using var db = await database.OpenAsync();
        var before = await IndexAsync(db);
        foreach (var trigger in await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'")
            .ToListAsync(GuideDatabase.Cancelled))
        {
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create("DROP TRIGGER " + trigger), GuideDatabase.Cancelled);
        }

        await db.Database.ExecuteSqlAsync($"DELETE FROM SearchEntries WHERE Id % 2 = 0", GuideDatabase.Cancelled);
        await database.Get<IStorage>().MigrateAsync(db, GuideDatabase.Cancelled);
        Assert.Equal(before, await IndexAsync(db));
        await db.Database.ExecuteSqlAsync(
            $"UPDATE Topics SET Title = 'Sesquipedalian' WHERE Slug = 'transformer'", GuideDatabase.Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE NlpTasks SET RemovedAt = 1", GuideDatabase.Cancelled);
        var after = await IndexAsync(db);
        Assert.Contains("Topic transformer Sesquipedalian", after);
        Assert.DoesNotContain(after, row => row.StartsWith("Task ", StringComparison.Ordinal));
        Assert.Equal("transformer", (await database.Get<SearchQuery>().RunAsync(
            new SearchRequest("sesquipedalian"), 1, GuideDatabase.Cancelled)).Hits.Items[0].Match.Slug);
    }

    private static async Task<List<string>> IndexAsync(GuideDb db) =>
        await db.Database.SqlQuery<string>($"SELECT Type || ' ' || Slug || ' ' || Title AS Value FROM SearchEntries ORDER BY 1")
            .ToListAsync(GuideDatabase.Cancelled);

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("synchronous", "2")]
    public async Task Every_connection_to_SQLite_is_set_up(string pragma, string value)
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        for (var opening = 0; opening < 2; opening++)
        {
            await using var db = await database.OpenAsync();
            await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            Assert.Equal(value, Convert.ToString(await command.ExecuteScalarAsync(GuideDatabase.Cancelled), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_read_only_database_is_read_and_not_ready()
    {
        var file = Path.Combine(Path.GetTempPath(), $"llmguide-test-{Guid.NewGuid():N}.db");
        await using (var writable = TestDatabases.Sqlite($"Data Source={file}", () => { }))
        {
            await writable.SeededAsync();
        }

        await using var database = TestDatabases.Sqlite($"Data Source={file};Mode=ReadOnly", () => File.Delete(file));
        Assert.NotNull(await database.Get<TopicPageQuery>().RunAsync("transformer", GuideDatabase.Cancelled));
        Assert.Equal(DatabaseFault.ReadOnly, (await database.Get<Readiness>().CheckAsync(GuideDatabase.Cancelled)).Fault);
    }

    [Fact]
    public async Task A_writable_database_is_ready()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        Assert.Null((await database.Get<Readiness>().CheckAsync(GuideDatabase.Cancelled)).Fault);
    }
}
