using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>
/// Tasks, benchmarks and metrics are found as topics and resources are. Their rows in the index have numbers below zero, beside those
/// of <see cref="TextIndex"/>.
/// </summary>
public partial class TextOfBoards : Migration
{
    private static readonly Searched[] All =
    [
        new("NlpTasks", "task", 0, "Slug || ' ' || {0}.Type", "Objective", "Lookout || ' ' || {0}.ExampleInput || ' ' || {0}.ExampleOutput"),
        new("Benchmarks", "benchmark", 1, "Slug", "Size", "Split"),
        new("Metrics", "metric", 2, "Slug", "Definition", "Unit"),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in All)
        {
            migrationBuilder.Sql(table.Insert(table.Name) + $" FROM {table.Name};");
            migrationBuilder.Sql($"CREATE TRIGGER {table.Name}_TextIndex_Insert AFTER INSERT ON {table.Name} BEGIN {table.Insert("new")}; END;");
            migrationBuilder.Sql($"CREATE TRIGGER {table.Name}_TextIndex_Update AFTER UPDATE ON {table.Name} BEGIN {table.Delete} {table.Insert("new")}; END;");
            migrationBuilder.Sql($"CREATE TRIGGER {table.Name}_TextIndex_Delete AFTER DELETE ON {table.Name} BEGIN {table.Delete} END;");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in All)
        {
            migrationBuilder.Sql($"DROP TRIGGER {table.Name}_TextIndex_Insert; DROP TRIGGER {table.Name}_TextIndex_Update; DROP TRIGGER {table.Name}_TextIndex_Delete;");
        }

        migrationBuilder.Sql("DELETE FROM TextIndex WHERE rowid < 0;");
    }

    private sealed record Searched(string Name, string Type, int Kind, string Names, string Summary, string Body)
    {
        public string Delete => $"DELETE FROM TextIndex WHERE rowid = -(old.Id * 3 + {Kind});";

        public string Insert(string row) =>
            "INSERT INTO TextIndex (rowid, Type, Slug, Title, Names, Summary, Body) "
            + $"SELECT -({row}.Id * 3 + {Kind}), '{Type}', {row}.Slug, {row}.Name, {row}.{string.Format(null, Names, row)}, coalesce({row}.{Summary}, ''), coalesce({row}.{string.Format(null, Body, row)}, '')";
    }
}
