using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>Other forms of names beside the initials. What fills them is in <see cref="SqliteTextIndexing"/>.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130212500_SearchForms")]
public sealed class SearchForms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.RenameColumn("Initials", "SearchEntries", "Forms");
}
