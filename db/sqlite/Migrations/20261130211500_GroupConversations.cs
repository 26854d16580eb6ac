using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>Reading groups have a conversation of their own, which is private; those that there are get one.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130211500_GroupConversations")]
public sealed class GroupConversations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsPrivate", "Comments", "INTEGER", nullable: false, defaultValue: false);
        // As it is: a column that refers to a table and may be empty needs no new table.
        migrationBuilder.Sql(
            "ALTER TABLE \"ReadingGroups\" ADD COLUMN \"ConversationId\" INTEGER NULL "
            + "REFERENCES \"Conversations\" (\"Id\") ON DELETE RESTRICT");
        migrationBuilder.CreateIndex("IX_ReadingGroups_ConversationId", "ReadingGroups", "ConversationId");
        migrationBuilder.Sql("""
            INSERT INTO "Conversations" ("Type", "Slug", "Title", "Comments", "OpenQuestions")
            SELECT 'Group', "Slug", "Name", 0, 0 FROM "ReadingGroups";
            UPDATE "ReadingGroups" SET "ConversationId" =
                (SELECT c."Id" FROM "Conversations" AS c WHERE c."Type" = 'Group' AND c."Slug" = "ReadingGroups"."Slug");
            """);
    }
}
