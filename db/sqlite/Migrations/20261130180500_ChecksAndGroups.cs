using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

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
                MemberId = table.Column<int>(type: "INTEGER", nullable: false),
                TopicId = table.Column<int>(type: "INTEGER", nullable: false),
                Check = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                Box = table.Column<int>(type: "INTEGER", nullable: false),
                DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                AnsweredAt = table.Column<long>(type: "INTEGER", nullable: false),
                RightAtFirst = table.Column<bool>(type: "INTEGER", nullable: false)
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
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                StartOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                TopicsPerWeek = table.Column<int>(type: "INTEGER", nullable: false),
                TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                Reads = table.Column<int>(type: "INTEGER", nullable: false),
                StageId = table.Column<int>(type: "INTEGER", nullable: true),
                TopicIds = table.Column<string>(type: "TEXT", nullable: false),
                Pauses = table.Column<string>(type: "TEXT", nullable: false),
                InviteKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                ClosedAt = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReadingGroups", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "GroupMembers",
            columns: table => new
            {
                GroupId = table.Column<int>(type: "INTEGER", nullable: false),
                MemberId = table.Column<int>(type: "INTEGER", nullable: false),
                JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                ShowsProgress = table.Column<bool>(type: "INTEGER", nullable: false),
                Owns = table.Column<bool>(type: "INTEGER", nullable: false),
                CalendarKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
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
