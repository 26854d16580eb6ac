using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmGuide.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PathIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Topics_Position",
                table: "Topics");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_RemovedAt_Position",
                table: "Topics",
                columns: new[] { "RemovedAt", "Position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Topics_RemovedAt_Position",
                table: "Topics");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_Position",
                table: "Topics",
                column: "Position");
        }
    }
}
