using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmGuide.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CuratedResults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RemovedAt",
                table: "Results",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Results",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "Results");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Results");
        }
    }
}
