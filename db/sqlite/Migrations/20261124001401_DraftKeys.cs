using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmGuide.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DraftKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "DraftKey",
                table: "Comments",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorId_DraftKey",
                table: "Comments",
                columns: new[] { "AuthorId", "DraftKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Comments_AuthorId_DraftKey",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "DraftKey",
                table: "Comments");
        }
    }
}
