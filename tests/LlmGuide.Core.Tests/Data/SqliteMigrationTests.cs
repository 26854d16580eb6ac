using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LlmGuide.Core.Tests.Data;

/// <summary>A migration on SQLite is there whole or not at all.</summary>
public sealed class SqliteMigrationTests
{
    [Fact]
    public async Task A_migration_that_makes_a_table_anew_is_one_transaction()
    {
        await using var database = TestDatabases.Sqlite();
        await using var db = await database.OpenAsync();
        var anew = new AlterColumnOperation
        {
            Table = "Topics",
            Name = "Summary",
            ClrType = typeof(string),
            IsNullable = true,
            OldColumn = new AddColumnOperation { Table = "Topics", Name = "Summary", ClrType = typeof(string) },
        };
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate([anew], db.GetService<IDesignTimeModel>().Model);

        Assert.Contains(commands, command => command.CommandText.Contains("RENAME TO \"Topics\"", StringComparison.Ordinal));
        Assert.DoesNotContain(commands, command => command.TransactionSuppressed);
    }

    [Fact]
    public async Task Foreign_keys_are_on_again_after_the_migrations()
    {
        var file = Path.Combine(Path.GetTempPath(), $"llmguide-test-{Guid.NewGuid():N}.db");
        await using var database = TestDatabases.Sqlite(
            $"Data Source={file}", () => Array.ForEach([file, file + "-wal", file + "-shm", file + "-made"], File.Delete));
        await database.MigratedAsync();
        await using var db = await database.OpenAsync();

        Assert.Equal(1, (await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys")
            .ToListAsync(GuideDatabase.Cancelled)).Single());
    }
}
