using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>
/// A model for each name that results use. What was there before gets a number for an address, which a curator can change: SQL cannot
/// make slugs.
/// </summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130160500_Models")]
public sealed class Models : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Models",
            table => new
            {
                Id = table.Column<int>("integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Slug = table.Column<string>("character varying(100)", maxLength: 100, nullable: false),
                Name = table.Column<string>("character varying(300)", maxLength: 300, nullable: false),
                Title = table.Column<string>("character varying(300)", maxLength: 300, nullable: false),
                Vendor = table.Column<string>("character varying(200)", maxLength: 200, nullable: true),
                Released = table.Column<string>("text", nullable: true),
                MergedIntoId = table.Column<int>("integer", nullable: true),
                ShownAsId = table.Column<int>("integer", nullable: true),
                Version = table.Column<int>("integer", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Models", m => m.Id);
                table.ForeignKey(
                    "FK_Models_Models_MergedIntoId", m => m.MergedIntoId, "Models", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_Models_Models_ShownAsId", m => m.ShownAsId, "Models", "Id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_Results_Model", "Results", "Model");
        migrationBuilder.CreateIndex("IX_Models_MergedIntoId", "Models", "MergedIntoId");
        migrationBuilder.CreateIndex("IX_Models_Name", "Models", "Name", unique: true);
        migrationBuilder.CreateIndex("IX_Models_ShownAsId", "Models", "ShownAsId");
        migrationBuilder.CreateIndex("IX_Models_Slug", "Models", "Slug", unique: true);
        migrationBuilder.Sql("""
            INSERT INTO "Models" ("Slug", "Name", "Title", "Version")
            SELECT 'model-' || MIN("Id"), "Model", "Model", 0 FROM "Results" WHERE "Reference" IS NULL GROUP BY "Model"
            """);
    }
}
