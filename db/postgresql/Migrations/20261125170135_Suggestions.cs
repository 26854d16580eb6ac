using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LlmGuide.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Suggestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ByGuide",
                table: "Comments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Suggestions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    SubjectId = table.Column<int>(type: "integer", nullable: true),
                    SubjectKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    SubjectTitle = table.Column<string>(type: "text", nullable: false),
                    SubjectVersion = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Topic = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Was = table.Column<string>(type: "text", nullable: true),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    UrlKey = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    PendingKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SuggestedById = table.Column<int>(type: "integer", nullable: true),
                    SuggestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CommentId = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ClaimedById = table.Column<int>(type: "integer", nullable: true),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Suggestions_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Suggestions_Members_ClaimedById",
                        column: x => x.ClaimedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Suggestions_Members_SuggestedById",
                        column: x => x.SuggestedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "SuggestionDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SuggestionId = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    EntryId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestionDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SuggestionDecisions_Log_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Log",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SuggestionDecisions_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_SuggestionDecisions_Suggestions_SuggestionId",
                        column: x => x.SuggestionId,
                        principalTable: "Suggestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SuggestionSeconds",
                columns: table => new
                {
                    SuggestionId = table.Column<int>(type: "integer", nullable: false),
                    MemberId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestionSeconds", x => new { x.SuggestionId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_SuggestionSeconds_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SuggestionSeconds_Suggestions_SuggestionId",
                        column: x => x.SuggestionId,
                        principalTable: "Suggestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionDecisions_At",
                table: "SuggestionDecisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionDecisions_ById",
                table: "SuggestionDecisions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionDecisions_EntryId",
                table: "SuggestionDecisions",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionDecisions_SuggestionId",
                table: "SuggestionDecisions",
                column: "SuggestionId");

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionSeconds_MemberId_At",
                table: "SuggestionSeconds",
                columns: new[] { "MemberId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_ClaimedById",
                table: "Suggestions",
                column: "ClaimedById");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_CommentId",
                table: "Suggestions",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_PendingKey",
                table: "Suggestions",
                column: "PendingKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_State_SuggestedAt",
                table: "Suggestions",
                columns: new[] { "State", "SuggestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_SubjectKind_SubjectId",
                table: "Suggestions",
                columns: new[] { "SubjectKind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_SuggestedById_SuggestedAt",
                table: "Suggestions",
                columns: new[] { "SuggestedById", "SuggestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_UrlKey",
                table: "Suggestions",
                column: "UrlKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SuggestionDecisions");

            migrationBuilder.DropTable(
                name: "SuggestionSeconds");

            migrationBuilder.DropTable(
                name: "Suggestions");

            migrationBuilder.DropColumn(
                name: "ByGuide",
                table: "Comments");
        }
    }
}
