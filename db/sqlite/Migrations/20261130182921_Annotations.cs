using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>
/// Members' notes and bookmarks, the tokens of their programs, how long a work took them, and when they were last at their own page.
/// </summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130182921_Annotations")]
public sealed class Annotations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>(
            name: "TookMinutes",
            table: "ReadingMarks",
            type: "INTEGER",
            nullable: true);

        migrationBuilder.CreateTable(
            name: "AccessTokens",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                MemberId = table.Column<int>(type: "INTEGER", nullable: false),
                Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                Scopes = table.Column<int>(type: "INTEGER", nullable: false),
                CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccessTokens", x => x.Id);
                table.ForeignKey(
                    name: "FK_AccessTokens_Members_MemberId",
                    column: x => x.MemberId,
                    principalTable: "Members",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Annotations",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                MemberId = table.Column<int>(type: "INTEGER", nullable: false),
                TopicId = table.Column<int>(type: "INTEGER", nullable: true),
                ResourceId = table.Column<int>(type: "INTEGER", nullable: true),
                TaskId = table.Column<int>(type: "INTEGER", nullable: true),
                BenchmarkId = table.Column<int>(type: "INTEGER", nullable: true),
                NotedAt = table.Column<long>(type: "INTEGER", nullable: true),
                BookmarkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                Note_Html = table.Column<string>(type: "TEXT", nullable: false),
                Note_Markdown = table.Column<string>(type: "TEXT", nullable: false),
                Note_Version = table.Column<int>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Annotations", x => x.Id);
                table.CheckConstraint(
                    "CK_Annotations_OneThing",
                    "CASE WHEN \"TopicId\" IS NULL THEN 0 ELSE 1 END"
                    + " + CASE WHEN \"ResourceId\" IS NULL THEN 0 ELSE 1 END"
                    + " + CASE WHEN \"TaskId\" IS NULL THEN 0 ELSE 1 END"
                    + " + CASE WHEN \"BenchmarkId\" IS NULL THEN 0 ELSE 1 END = 1");
                table.ForeignKey(
                    name: "FK_Annotations_Benchmarks_BenchmarkId",
                    column: x => x.BenchmarkId,
                    principalTable: "Benchmarks",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_Annotations_Members_MemberId",
                    column: x => x.MemberId,
                    principalTable: "Members",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_Annotations_NlpTasks_TaskId",
                    column: x => x.TaskId,
                    principalTable: "NlpTasks",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_Annotations_Resources_ResourceId",
                    column: x => x.ResourceId,
                    principalTable: "Resources",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_Annotations_Topics_TopicId",
                    column: x => x.TopicId,
                    principalTable: "Topics",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Learners",
            columns: table => new
            {
                MemberId = table.Column<int>(type: "INTEGER", nullable: false),
                FeedKey = table.Column<Guid>(type: "TEXT", nullable: false),
                VisitedAt = table.Column<long>(type: "INTEGER", nullable: true),
                VisitBefore = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Learners", x => x.MemberId);
                table.ForeignKey(
                    name: "FK_Learners_Members_MemberId",
                    column: x => x.MemberId,
                    principalTable: "Members",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_AccessTokens_Digest",
            table: "AccessTokens",
            column: "Digest",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_AccessTokens_MemberId",
            table: "AccessTokens",
            column: "MemberId");

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_BenchmarkId",
            table: "Annotations",
            column: "BenchmarkId");

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_MemberId_BenchmarkId",
            table: "Annotations",
            columns: ["MemberId", "BenchmarkId"],
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_MemberId_NotedAt",
            table: "Annotations",
            columns: ["MemberId", "NotedAt"]);

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_MemberId_ResourceId",
            table: "Annotations",
            columns: ["MemberId", "ResourceId"],
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_MemberId_TaskId",
            table: "Annotations",
            columns: ["MemberId", "TaskId"],
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_MemberId_TopicId",
            table: "Annotations",
            columns: ["MemberId", "TopicId"],
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_ResourceId",
            table: "Annotations",
            column: "ResourceId");

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_TaskId",
            table: "Annotations",
            column: "TaskId");

        migrationBuilder.CreateIndex(
            name: "IX_Annotations_TopicId",
            table: "Annotations",
            column: "TopicId");

        migrationBuilder.CreateIndex(
            name: "IX_Learners_FeedKey",
            table: "Learners",
            column: "FeedKey",
            unique: true);
    }
}
