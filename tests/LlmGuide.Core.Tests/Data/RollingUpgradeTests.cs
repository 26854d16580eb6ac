using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;
using LlmGuide.Core.Tests.Maintenance;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LlmGuide.Core.Tests.Data;

/// <summary>Nodes of the version before go on while the schema is new already (docs/scaling.md), on each database.</summary>
[OnEachDatabase]
public sealed class RollingUpgradeTests
{
    [Fact]
    public async Task What_the_version_before_reads_and_writes_of_every_table_the_newest_schema_gives_and_takes()
    {
        await using var talk = new Scene(await TestDatabases.Create().SeededAsync());
        await using var db = await talk.Database.OpenAsync();
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        var before = ColumnsBefore(db);
        var everyTable = db.Database.IsSqlite();
        if (everyTable)
        {
            // On PostgreSQL the tables that the seed fills have to do: the rows that are made for the others fit SQLite.
            await EveryTable.FillAsync(talk.Database);

            // A row that is taken out for a moment must not take with it what refers to it. PostgreSQL sets such rules aside by itself.
            await RunAsync(db, "PRAGMA foreign_keys = OFF");
        }

        await using var writing = await talk.Database.Get<IBulkCopy>().BeginFillingAsync(db, GuideDatabase.Cancelled);
        Assert.NotEmpty(before);
        foreach (var (table, columns) in before)
        {
            var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
            await RunAsync(db, $"CREATE TEMPORARY TABLE before AS SELECT {names} FROM \"{table}\"");
            var rows = await RunAsync(db, $"DELETE FROM \"{table}\"");
            Assert.Equal((table, rows), (table, await RunAsync(db, $"INSERT INTO \"{table}\" ({names}) SELECT {names} FROM before")));
            Assert.True(rows > 0 || !everyTable, table);
            await RunAsync(db, "DROP TABLE before");
        }
    }

    /// <returns>The columns that the program wrote before the newest migration, by table: without those that it adds.</returns>
    private static Dictionary<string, IReadOnlyList<string>> ColumnsBefore(GuideDb db)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var newest = migrations.CreateMigration(migrations.Migrations.Last().Value, db.Database.ProviderName!).UpOperations;
        var made = newest.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet();
        var added = newest.OfType<AddColumnOperation>().Select(column => (column.Table, column.Name)).ToHashSet();
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        return BulkTable.All(db).Where(table => !made.Contains(table.Name)).ToDictionary(
            table => table.Name,
            IReadOnlyList<string> (table) =>
            [
                .. model.FindTable(table.Name, null)!.Columns
                    .Where(column => column.ComputedColumnSql is null && !added.Contains((table.Name, column.Name)))
                    .Select(column => column.Name),
            ]);
    }

    private static async Task<int> RunAsync(GuideDb db, string sql)
    {
        await using var command = db.CommandFor(sql);
        return await command.ExecuteNonQueryAsync(GuideDatabase.Cancelled);
    }
}
