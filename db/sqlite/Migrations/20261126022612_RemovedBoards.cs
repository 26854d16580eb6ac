using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>
/// A task, benchmark or metric that was taken out of the guide is not found, and found again when it comes back. Rows of the index
/// and their numbers are those of <see cref="TextOfBoards"/>. No table is made anew: triggers would be lost with it.
/// </summary>
public partial class RemovedBoards : Migration
{
    private static readonly Searched[] All =
    [
        new("NlpTasks", "task", 0, "new.Slug || ' ' || new.Type", "new.Objective", "new.Lookout || ' ' || new.ExampleInput || ' ' || new.ExampleOutput"),
        new("Benchmarks", "benchmark", 1, "new.Slug", "coalesce(new.Size, '')", "coalesce(new.Split, '')"),
        new("Metrics", "metric", 2, "new.Slug", "new.Definition", "coalesce(new.Unit, '')"),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in All)
        {
            migrationBuilder.AddColumn<long>(name: "RemovedAt", table: table.Name, type: "INTEGER", nullable: true);
            table.CreateTriggers(migrationBuilder, " WHERE new.RemovedAt IS NULL");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in All)
        {
            table.CreateTriggers(migrationBuilder, "");
            migrationBuilder.Sql($"UPDATE {table.Name} SET RemovedAt = NULL WHERE RemovedAt IS NOT NULL; ALTER TABLE {table.Name} DROP COLUMN RemovedAt;");
        }
    }

    private sealed record Searched(string Name, string Type, int Kind, string Names, string Summary, string Body)
    {
        public void CreateTriggers(MigrationBuilder migrationBuilder, string when)
        {
            var delete = $"DELETE FROM TextIndex WHERE rowid = -(old.Id * 3 + {Kind});";
            var insert = $"INSERT INTO TextIndex (rowid, Type, Slug, Title, Names, Summary, Body) SELECT -(new.Id * 3 + {Kind}), '{Type}', new.Slug, new.Name, {Names}, {Summary}, {Body}{when};";
            migrationBuilder.Sql($"DROP TRIGGER {Name}_TextIndex_Insert; DROP TRIGGER {Name}_TextIndex_Update;");
            migrationBuilder.Sql($"CREATE TRIGGER {Name}_TextIndex_Insert AFTER INSERT ON {Name} BEGIN {insert} END;");
            migrationBuilder.Sql($"CREATE TRIGGER {Name}_TextIndex_Update AFTER UPDATE ON {Name} BEGIN {delete} {insert} END;");
        }
    }
}
