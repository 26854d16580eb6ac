using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace LlmGuide.Db.PostgreSql.Migrations;

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
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                Dated = table.Column<DateOnly>(type: "date", nullable: true),
                At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                Content = table.Column<byte[]>(type: "bytea", nullable: true)
            },
            constraints: table => table.PrimaryKey("PK_SeedLoads", x => x.Id));

        migrationBuilder.CreateIndex(
            name: "IX_SeedLoads_Hash",
            table: "SeedLoads",
            column: "Hash");
    }
}
