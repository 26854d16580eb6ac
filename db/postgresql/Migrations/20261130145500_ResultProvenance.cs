using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>Who measured a result, on which version of the benchmark, and whether it is a line to compare models with.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130145500_ResultProvenance")]
public sealed class ResultProvenance : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(
            "BenchmarkVersion", "Results", "character varying(100)", maxLength: 100, nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("MeasuredByKind", "Results", "character varying(20)", maxLength: 20, nullable: true);
        migrationBuilder.AddColumn<string>(
            "MeasuredByName", "Results", "character varying(200)", maxLength: 200, nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("Reference", "Results", "character varying(20)", maxLength: 20, nullable: true);
    }
}
