using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>The files that curators send, with their reports: every node shows them.</summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130211500_Imports")]
public sealed class Imports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "Imports",
        columns: table => new
        {
            Id = table.Column<Guid>(type: "TEXT", nullable: false),
            Request = table.Column<string>(type: "TEXT", nullable: false),
            File = table.Column<byte[]>(type: "BLOB", nullable: true),
            StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
            LeaseUntil = table.Column<long>(type: "INTEGER", nullable: false),
            Done = table.Column<long>(type: "INTEGER", nullable: false),
            Rows = table.Column<long>(type: "INTEGER", nullable: false),
            EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
            Report = table.Column<byte[]>(type: "BLOB", nullable: true),
            Fault = table.Column<string>(type: "TEXT", nullable: true)
        },
        constraints: table => table.PrimaryKey("PK_Imports", x => x.Id));
}
