using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmGuide.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CommentLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Links",
                table: "Comments",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Links",
                table: "Comments");
        }
    }
}
