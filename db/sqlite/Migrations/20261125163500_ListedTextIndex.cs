using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>A resource that was removed is not found, and found again when it comes back.</summary>
public partial class ListedTextIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => CreateTriggers(migrationBuilder);

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        DropTriggers(migrationBuilder);
        TextIndex.CreateResourceTriggers(migrationBuilder, whenListed: false);
    }

    /// <summary>Again wherever a migration makes the table of resources anew.</summary>
    internal static void CreateTriggers(MigrationBuilder migrationBuilder)
    {
        DropTriggers(migrationBuilder);
        TextIndex.CreateResourceTriggers(migrationBuilder, whenListed: true);
    }

    private static void DropTriggers(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        "DROP TRIGGER IF EXISTS Resources_TextIndex_Insert; DROP TRIGGER IF EXISTS Resources_TextIndex_Update; DROP TRIGGER IF EXISTS Resources_TextIndex_Delete;");
}
