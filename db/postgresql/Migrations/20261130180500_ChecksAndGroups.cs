using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>What members have answered, and the groups that read together.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130180500_ChecksAndGroups")]
public sealed class ChecksAndGroups : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "CheckCards",
            columns: table => new
            {
                MemberId = table.Column<int>(type: "integer", nullable: false),
                TopicId = table.Column<int>(type: "integer", nullable: false),
                Check = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Box = table.Column<int>(type: "integer", nullable: false),
                DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                RightAtFirst = table.Column<bool>(type: "boolean", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CheckCards", x => new { x.MemberId, x.TopicId, x.Check });
                table.ForeignKey(
                    name: "FK_CheckCards_Members_MemberId",
                    column: x => x.MemberId,
                    principalTable: "Members",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_CheckCards_Topics_TopicId",
                    column: x => x.TopicId,
                    principalTable: "Topics",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "ReadingGroups",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                StartOn = table.Column<DateOnly>(type: "date", nullable: false),
                TopicsPerWeek = table.Column<int>(type: "integer", nullable: false),
                TimeZone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                Reads = table.Column<int>(type: "integer", nullable: false),
                StageId = table.Column<int>(type: "integer", nullable: true),
                TopicIds = table.Column<string>(type: "text", nullable: false),
                Pauses = table.Column<string>(type: "text", nullable: false),
                InviteKey = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReadingGroups", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "GroupMembers",
            columns: table => new
            {
                GroupId = table.Column<int>(type: "integer", nullable: false),
                MemberId = table.Column<int>(type: "integer", nullable: false),
                JoinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                ShowsProgress = table.Column<bool>(type: "boolean", nullable: false),
                Owns = table.Column<bool>(type: "boolean", nullable: false),
                CalendarKey = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_GroupMembers", x => new { x.GroupId, x.MemberId });
                table.ForeignKey(
                    name: "FK_GroupMembers_Members_MemberId",
                    column: x => x.MemberId,
                    principalTable: "Members",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_GroupMembers_ReadingGroups_GroupId",
                    column: x => x.GroupId,
                    principalTable: "ReadingGroups",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_CheckCards_TopicId",
            table: "CheckCards",
            column: "TopicId");

        migrationBuilder.CreateIndex(
            name: "IX_GroupMembers_CalendarKey",
            table: "GroupMembers",
            column: "CalendarKey",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_GroupMembers_MemberId",
            table: "GroupMembers",
            column: "MemberId");

        migrationBuilder.CreateIndex(
            name: "IX_ReadingGroups_Slug",
            table: "ReadingGroups",
            column: "Slug",
            unique: true);
    }
}
