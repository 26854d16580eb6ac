using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>What all ways share to write the arXiv number and the DOI of a work. The program fills them in at its next start.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130151500_WorkKeys")]
public sealed class WorkKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ArxivKey", "Resources", "TEXT", maxLength: 100, nullable: true);
        migrationBuilder.AddColumn<string>("DoiKey", "Resources", "TEXT", maxLength: 2000, nullable: true);
        migrationBuilder.CreateIndex("IX_Resources_ArxivKey", "Resources", "ArxivKey");
        migrationBuilder.CreateIndex("IX_Resources_DoiKey", "Resources", "DoiKey");
    }
}
