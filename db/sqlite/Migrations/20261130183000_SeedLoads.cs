using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>The seeds that were brought into the catalogue, with what the last one said.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130183000_SeedLoads")]
public sealed class SeedLoads : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "SeedLoads",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                Dated = table.Column<DateOnly>(type: "TEXT", nullable: true),
                At = table.Column<long>(type: "INTEGER", nullable: false),
                Content = table.Column<byte[]>(type: "BLOB", nullable: true)
            },
            constraints: table => table.PrimaryKey("PK_SeedLoads", x => x.Id));

        migrationBuilder.CreateIndex(
            name: "IX_SeedLoads_Hash",
            table: "SeedLoads",
            column: "Hash");
    }
}
