using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>The files that curators send, with their reports: every node shows them.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130211500_Imports")]
public sealed class Imports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "Imports",
        columns: table => new
        {
            Id = table.Column<Guid>(type: "uuid", nullable: false),
            Request = table.Column<string>(type: "text", nullable: false),
            File = table.Column<byte[]>(type: "bytea", nullable: true),
            StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            Done = table.Column<long>(type: "bigint", nullable: false),
            Rows = table.Column<long>(type: "bigint", nullable: false),
            EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            Report = table.Column<byte[]>(type: "bytea", nullable: true),
            Fault = table.Column<string>(type: "text", nullable: true)
        },
        constraints: table => table.PrimaryKey("PK_Imports", x => x.Id));
}
