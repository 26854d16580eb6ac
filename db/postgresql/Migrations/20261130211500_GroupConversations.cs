using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>Reading groups have a conversation of their own, which is private; those that there are get one.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130211500_GroupConversations")]
public sealed class GroupConversations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsPrivate", "Comments", "boolean", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<int>("ConversationId", "ReadingGroups", "integer", nullable: true);
        migrationBuilder.AddForeignKey(
            "FK_ReadingGroups_Conversations_ConversationId", "ReadingGroups", "ConversationId", "Conversations",
            principalColumn: "Id", onDelete: ReferentialAction.Restrict);
        migrationBuilder.CreateIndex("IX_ReadingGroups_ConversationId", "ReadingGroups", "ConversationId");
        migrationBuilder.Sql("""
            INSERT INTO "Conversations" ("Type", "Slug", "Title", "Comments", "OpenQuestions")
            SELECT 'Group', "Slug", "Name", 0, 0 FROM "ReadingGroups";
            UPDATE "ReadingGroups" SET "ConversationId" =
                (SELECT c."Id" FROM "Conversations" AS c WHERE c."Type" = 'Group' AND c."Slug" = "ReadingGroups"."Slug");
            """);
    }
}
