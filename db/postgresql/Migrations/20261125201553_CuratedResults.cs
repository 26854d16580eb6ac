using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmGuide.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CuratedResults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemovedAt",
                table: "Results",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Results",
                type: "integer",
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
