using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>The mark of the network that a suggestion came from, while it waits.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130092246_SuggestionNetworks")]
public sealed class SuggestionNetworks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Network", "Suggestions", "TEXT", maxLength: 20, nullable: true);
        migrationBuilder.AddColumn<string>("Network", "SuggestionSeconds", "TEXT", maxLength: 20, nullable: true);
    }
}
