using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>
/// What can be found, and its index: words, stemmed and without diacritics, and the trigrams of names, by which misspelt words are told.
/// The index holds no text of its own. What fills it is in <see cref="SqliteTextIndexing"/>.
/// </summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130184500_Search")]
public sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["Topics", "Resources", "NlpTasks", "Benchmarks", "Metrics"])
        {
            migrationBuilder.Sql($"""
                DROP TRIGGER IF EXISTS {table}_TextIndex_Insert;
                DROP TRIGGER IF EXISTS {table}_TextIndex_Update;
                DROP TRIGGER IF EXISTS {table}_TextIndex_Delete;
                """);
        }

        migrationBuilder.CreateTable(
            "SearchEntries",
            table => new
            {
                Id = table.Column<long>("INTEGER", nullable: false),
                Type = table.Column<string>("TEXT", maxLength: 20, nullable: false),
                ItemId = table.Column<int>("INTEGER", nullable: false),
                Slug = table.Column<string>("TEXT", nullable: false),
                Title = table.Column<string>("TEXT", nullable: false),
                Names = table.Column<string>("TEXT", nullable: false),
                Initials = table.Column<string>("TEXT", nullable: false),
                Authors = table.Column<string>("TEXT", nullable: false),
                Summary = table.Column<string>("TEXT", nullable: false),
                Body = table.Column<string>("TEXT", nullable: false),
                Essential = table.Column<bool>("INTEGER", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SearchEntries", e => e.Id));
        migrationBuilder.Sql("""
            DROP TABLE TextIndex;
            CREATE VIRTUAL TABLE "TextIndex" USING fts5(
                "Title", "Names", "Authors", "Summary", "Body", content = '', contentless_delete = 1,
                tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3');
            CREATE VIRTUAL TABLE "CommentIndex" USING fts5(
                "Body", content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2");
            CREATE VIRTUAL TABLE "NameTrigrams" USING fts5(
                "Names", content = '', contentless_delete = 1, tokenize = "trigram remove_diacritics 1");
            """);
    }
}
