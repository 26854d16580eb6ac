using System.Globalization;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
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
        await db.Database.MigrateAsync(GuideDatabase.Cancelled);
        Assert.Equal(SchemaState.Current, await Schema.StateAsync(db, GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task A_database_with_an_unknown_migration_is_ahead()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await using var db = await database.OpenAsync();
        await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99.0')", GuideDatabase.Cancelled);
        Assert.Equal(SchemaState.Ahead, await Schema.StateAsync(db, GuideDatabase.Cancelled));
    }

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
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Get<Readiness>().CheckAsync(GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task A_writable_database_is_ready()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await database.Get<Readiness>().CheckAsync(GuideDatabase.Cancelled);
    }
}
