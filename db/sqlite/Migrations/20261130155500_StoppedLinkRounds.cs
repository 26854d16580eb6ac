using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>Why a round of link checking was stopped before its end.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130155500_StoppedLinkRounds")]
public sealed class StoppedLinkRounds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Problem", "LinkRounds", "TEXT", maxLength: 200, nullable: true);
    }
}
