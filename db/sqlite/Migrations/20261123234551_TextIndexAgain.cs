using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmGuide.Db.Sqlite.Migrations
{
    /// <summary>The triggers went with the tables that the step before made anew.</summary>
    public partial class TextIndexAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            TextIndex.CreateTriggers(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The tables that the triggers belong to are made anew by the step before.
        }
    }
}
