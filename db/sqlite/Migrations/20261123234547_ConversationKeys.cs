using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmGuide.Db.Sqlite.Migrations
{
    /// <summary>The foreign keys of the subjects. SQLite makes the tables anew for them, so this is a step of its own, after the rows were filled.</summary>
    public partial class ConversationKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddForeignKey(
                name: "FK_NlpTasks_Conversations_ConversationId",
                table: "NlpTasks",
                column: "ConversationId",
                principalTable: "Conversations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Resources_Conversations_ConversationId",
                table: "Resources",
                column: "ConversationId",
                principalTable: "Conversations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Topics_Conversations_ConversationId",
                table: "Topics",
                column: "ConversationId",
                principalTable: "Conversations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_NlpTasks_Conversations_ConversationId",
                table: "NlpTasks");

            migrationBuilder.DropForeignKey(
                name: "FK_Resources_Conversations_ConversationId",
                table: "Resources");

            migrationBuilder.DropForeignKey(
                name: "FK_Topics_Conversations_ConversationId",
                table: "Topics");
        }
    }
}
