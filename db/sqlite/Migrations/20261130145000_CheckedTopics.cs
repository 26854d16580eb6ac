using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>The day on which a topic’s facts were checked, and how long the part of a work takes that a topic uses.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130145000_CheckedTopics")]
public sealed class CheckedTopics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("CheckedAt", "Topics", "TEXT", nullable: true);
        migrationBuilder.AddColumn<int>("Minutes", "Placements", "INTEGER", nullable: true);
    }
}
