using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>The mark of the network that a report of a comment came from, until it is decided.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130130819_FlagNetworks")]
public sealed class FlagNetworks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Network", "CommentFlags", "character varying(20)", maxLength: 20, nullable: true);
    }
}
