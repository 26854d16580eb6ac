using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LlmGuide.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "UrlKey",
                table: "Resources",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LinkChecks",
                columns: table => new
                {
                    ResourceId = table.Column<int>(type: "integer", nullable: false),
                    Url = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CheckedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RoundId = table.Column<int>(type: "integer", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    MovedTo = table.Column<string>(type: "text", nullable: true),
                    ETag = table.Column<string>(type: "text", nullable: true),
                    LastModified = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    FailedDays = table.Column<int>(type: "integer", nullable: false),
                    LastFailedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeadSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FineUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkChecks", x => x.ResourceId);
                    table.ForeignKey(
                        name: "FK_LinkChecks_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LinkRounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    StartedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Topic = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Open = table.Column<int>(type: "integer", nullable: true),
                    Holder = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkRounds", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Resources_UrlKey",
                table: "Resources",
                column: "UrlKey");

            migrationBuilder.CreateIndex(
                name: "IX_LinkChecks_RoundId",
                table: "LinkChecks",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_LinkChecks_Status",
                table: "LinkChecks",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_LinkRounds_Open",
                table: "LinkRounds",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinkRounds_StartedAt",
                table: "LinkRounds",
                column: "StartedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LinkChecks");

            migrationBuilder.DropTable(
                name: "LinkRounds");

            migrationBuilder.DropIndex(
                name: "IX_Resources_UrlKey",
                table: "Resources");

            migrationBuilder.DropColumn(
                name: "UrlKey",
                table: "Resources");
        }
    }
}
