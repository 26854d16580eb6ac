using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>Whether a member is told by mail of checks that came back; who wanted no mails gets none of these either.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130210500_ReviewMails")]
public sealed class ReviewMails : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("ReviewMails", "Members", "boolean", nullable: false, defaultValue: true);
        migrationBuilder.Sql("UPDATE \"Members\" SET \"ReviewMails\" = FALSE WHERE \"MailRhythm\" = 'Never'");
    }
}
