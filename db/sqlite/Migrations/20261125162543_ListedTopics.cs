using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>A topic that was taken off the path is not found, and found again when it comes back.</summary>
public partial class ListedTopics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => CreateTriggers(migrationBuilder);

    protected override void Down(MigrationBuilder migrationBuilder) => CreateTriggers(migrationBuilder, when: "");

    /// <summary>Again wherever a migration makes the table of topics anew. Columns and rowid are those of <see cref="TextIndex"/>.</summary>
    internal static void CreateTriggers(MigrationBuilder migrationBuilder, string when = " WHERE new.RemovedAt IS NULL")
    {
        const string Delete = "DELETE FROM TextIndex WHERE rowid = old.Id * 2;";
        var insert = "INSERT INTO TextIndex (rowid, Type, Slug, Title, Names, Summary, Body) "
            + $"SELECT new.Id * 2, 'topic', new.Slug, new.Title, '' || new.Slug, new.Summary, new.Introduction_Markdown || ' ' || new.Concepts{when};";
        migrationBuilder.Sql("DROP TRIGGER IF EXISTS Topics_TextIndex_Insert; DROP TRIGGER IF EXISTS Topics_TextIndex_Update; DROP TRIGGER IF EXISTS Topics_TextIndex_Delete;");
        migrationBuilder.Sql($"CREATE TRIGGER Topics_TextIndex_Insert AFTER INSERT ON Topics BEGIN {insert} END;");
        migrationBuilder.Sql($"CREATE TRIGGER Topics_TextIndex_Update AFTER UPDATE ON Topics BEGIN {Delete} {insert} END;");
        migrationBuilder.Sql($"CREATE TRIGGER Topics_TextIndex_Delete AFTER DELETE ON Topics BEGIN {Delete} END;");
    }
}
