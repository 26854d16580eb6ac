using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LlmGuide.Architecture.Tests;

/// <summary>
/// Nodes of the version before run beside new ones on the new schema. So a migration only adds to what was there (expand); what a version
/// does not need any more goes with the next one (contract), and is named here: docs/scaling.md.
/// </summary>
public sealed class ExpandTests
{
    /// <summary>What is not judged, with the reason; from the first release on, only what the release before did not use.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["Initial"] = "Nothing was there.",
        ["TextIndex"] = "The index of the search, which no program but the first one had seen.",
        ["Models"] = "Fills the table that it has just made.",
        ["Search"] = "Another index of the search, from before the first release: no node of an older one runs.",
        ["SearchForms"] = "A column of that index, from before the first release too.",
        ["ReviewMails"] = "Fills the column that it has just added.",
        ["GroupConversations"] = "Fills the column that it has just added; the foreign key is that column's, which may be empty.",
    };

    [Fact]
    public void A_migration_of_SQLite_takes_nothing_away_that_the_version_before_uses() =>
        Holds(new Db.Sqlite.DesignTime().CreateDbContext([]));

    [Fact]
    public void A_migration_of_PostgreSQL_takes_nothing_away_that_the_version_before_uses() =>
        Holds(new Db.PostgreSql.DesignTime().CreateDbContext([]));

    [Fact]
    public void Adding_is_all_that_passes()
    {
        MigrationOperation[] adds =
        [
            new CreateTableOperation { Name = "New" }, new AddColumnOperation { Table = "Old", Name = "A", IsNullable = true },
            new AddColumnOperation { Table = "Old", Name = "B", DefaultValue = 0 }, new CreateIndexOperation { Table = "Old", Name = "I" },
            new AddColumnOperation { Table = "New", Name = "C" }, new CreateIndexOperation { Table = "New", Name = "U", IsUnique = true },
        ];
        MigrationOperation[] takes =
        [
            new DropTableOperation { Name = "Old" }, new RenameTableOperation { Name = "Old" },
            new DropColumnOperation { Table = "Old", Name = "A" }, new RenameColumnOperation { Table = "Old", Name = "A" },
            new AlterColumnOperation { Table = "Old", Name = "A" }, new AddColumnOperation { Table = "Old", Name = "A" },
            new CreateIndexOperation { Table = "Old", Name = "U", IsUnique = true }, new AddUniqueConstraintOperation { Table = "Old" },
            new AddCheckConstraintOperation { Table = "Old" }, new AddForeignKeyOperation { Table = "Old" },
            new SqlOperation { Sql = "DROP TABLE Old" },
        ];
        Assert.All(adds, operation => Assert.True(OnlyAdds(operation, adds), operation.GetType().Name));
        Assert.All(takes, operation => Assert.False(OnlyAdds(operation, takes), operation.GetType().Name));
    }

    private static void Holds(GuideDb context)
    {
        using var db = context;
        var migrations = db.GetService<IMigrationsAssembly>();
        foreach (var (id, type) in migrations.Migrations)
        {
            var operations = migrations.CreateMigration(type, db.Database.ProviderName!).UpOperations;
            Assert.True(
                Named.ContainsKey(type.Name) || operations.All(operation => OnlyAdds(operation, operations)),
                $"{id} changes what nodes of the version before use: "
                + string.Join(", ", operations.Where(operation => !OnlyAdds(operation, operations)).Select(o => o.GetType().Name)));
        }
    }

    /// <param name="all">Of the same migration: what it does to a table that it makes concerns nobody else.</param>
    private static bool OnlyAdds(MigrationOperation operation, IReadOnlyList<MigrationOperation> all)
    {
        return operation switch
        {
            CreateTableOperation => true,
            AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null
                || column.ComputedColumnSql is not null || IsNew(column.Table),
            CreateIndexOperation index => !index.IsUnique || IsNew(index.Table),
            InsertDataOperation rows => IsNew(rows.Table),
            _ => false,
        };

        bool IsNew(string table) => all.OfType<CreateTableOperation>().Any(made => made.Name == table);
    }
}
