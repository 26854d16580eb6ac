using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>
/// The full-text index: a generated column on each table that is searched. Hyphens and dots are blanked first, since
/// PostgreSQL would read the 3 of "GPT-3" as minus three. unaccent comes with every PostgreSQL and is a trusted extension:
/// the owner of the database may create it.
/// </summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130085000_TextIndex")]
public sealed class TextIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE EXTENSION IF NOT EXISTS unaccent;
            CREATE TEXT SEARCH CONFIGURATION guide (COPY = english);
            ALTER TEXT SEARCH CONFIGURATION guide
                ALTER MAPPING FOR hword, hword_part, word, asciihword, hword_asciipart, asciiword WITH unaccent, english_stem;
            """);
        Column(migrationBuilder, "Topics", "\"Title\"", "\"Slug\"", "\"Summary\"", "\"Introduction_Markdown\" || ' ' || \"Concepts\"");
        Column(
            migrationBuilder, "Resources", "\"Title\"",
            "\"Slug\" || ' ' || coalesce(\"AlsoKnownAs\", '') || ' ' || \"AuthorNames\" || ' ' || coalesce(\"ArxivId\", '')",
            "\"Summary_Markdown\"", "coalesce(\"Venue\", '')");
        Column(
            migrationBuilder, "NlpTasks", "\"Name\"", "\"Slug\" || ' ' || \"Type\"", "\"Objective\"",
            "\"Lookout\" || ' ' || \"ExampleInput\" || ' ' || \"ExampleOutput\"");
        Column(migrationBuilder, "Benchmarks", "\"Name\"", "\"Slug\"", "coalesce(\"Size\", '')", "coalesce(\"Split\", '')");
        Column(migrationBuilder, "Metrics", "\"Name\"", "\"Slug\"", "\"Definition\"", "coalesce(\"Unit\", '')");
    }

    private static void Column(MigrationBuilder migrationBuilder, string table, string title, string names, string summary, string body)
    {
        static string Part(string weight, string text) => $"setweight(to_tsvector('guide', translate({text}, '-./_''’', '      ')), '{weight}')";
        migrationBuilder.Sql($"""
            ALTER TABLE "{table}" ADD COLUMN "Text" tsvector GENERATED ALWAYS AS (
                {Part("A", title)} || {Part("B", names)} || {Part("C", summary)} || {Part("D", body)}) STORED;
            CREATE INDEX "IX_{table}_Text" ON "{table}" USING gin ("Text");
            """);
    }
}
