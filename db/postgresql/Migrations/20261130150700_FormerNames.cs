using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>The names of members who left, as digests: they stay taken.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130150700_FormerNames")]
public sealed class FormerNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "FormerNames",
        table => new { Digest = table.Column<string>("character varying(64)", maxLength: 64, nullable: false) },
        constraints: table => table.PrimaryKey("PK_FormerNames", row => row.Digest));
}
