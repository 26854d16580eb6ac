using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>What members have read, each change of it, and the topics that they have finished or know.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130150204_ReadingMarks")]
public sealed class ReadingMarks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ReadingChanges",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                MemberId = table.Column<int>(type: "integer", nullable: false),
                ResourceId = table.Column<int>(type: "integer", nullable: false),
                State = table.Column<int>(type: "integer", nullable: false),
                At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReadingChanges", x => x.Id);
                table.ForeignKey(
                    name: "FK_ReadingChanges_Members_MemberId",
                    column: x => x.MemberId,
                    principalTable: "Members",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_ReadingChanges_Resources_ResourceId",
                    column: x => x.ResourceId,
                    principalTable: "Resources",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "ReadingMarks",
            columns: table => new
            {
                MemberId = table.Column<int>(type: "integer", nullable: false),
                ResourceId = table.Column<int>(type: "integer", nullable: false),
                State = table.Column<int>(type: "integer", nullable: false),
                Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                OnPath = table.Column<bool>(type: "boolean", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReadingMarks", x => new { x.MemberId, x.ResourceId });
                table.ForeignKey(
                    name: "FK_ReadingMarks_Members_MemberId",
                    column: x => x.MemberId,
                    principalTable: "Members",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_ReadingMarks_Resources_ResourceId",
                    column: x => x.ResourceId,
                    principalTable: "Resources",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "TopicMarks",
            columns: table => new
            {
                MemberId = table.Column<int>(type: "integer", nullable: false),
                TopicId = table.Column<int>(type: "integer", nullable: false),
                KnownSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_TopicMarks", x => new { x.MemberId, x.TopicId });
                table.ForeignKey(
                    name: "FK_TopicMarks_Members_MemberId",
                    column: x => x.MemberId,
                    principalTable: "Members",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_TopicMarks_Topics_TopicId",
                    column: x => x.TopicId,
                    principalTable: "Topics",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_ReadingChanges_MemberId_At",
            table: "ReadingChanges",
            columns: ["MemberId", "At"]);

        migrationBuilder.CreateIndex(
            name: "IX_ReadingChanges_ResourceId",
            table: "ReadingChanges",
            column: "ResourceId");

        migrationBuilder.CreateIndex(
            name: "IX_ReadingMarks_ResourceId",
            table: "ReadingMarks",
            column: "ResourceId");

        migrationBuilder.CreateIndex(
            name: "IX_TopicMarks_TopicId",
            table: "TopicMarks",
            column: "TopicId");
    }
}
