using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>The mark of the network that a suggestion came from, while it waits.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130092305_SuggestionNetworks")]
public sealed class SuggestionNetworks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Network", "Suggestions", "character varying(20)", maxLength: 20, nullable: true);
        migrationBuilder.AddColumn<string>("Network", "SuggestionSeconds", "character varying(20)", maxLength: 20, nullable: true);
    }
}
