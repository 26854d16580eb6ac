using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>
/// What can be found, and its index: words, stemmed and without diacritics, and the trigrams of names, by which misspelt words are told.
/// What fills it is in <see cref="PostgreSqlTextIndexing"/>. pg_trgm comes with every PostgreSQL, as unaccent does, and is a trusted
/// extension too. Signs are blanked before a text is taken apart: PostgreSQL would read the 3 of "GPT-3" as minus three.
/// </summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130184500_Search")]
public sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["Topics", "Resources", "NlpTasks", "Benchmarks", "Metrics"])
        {
            migrationBuilder.Sql($"""ALTER TABLE "{table}" DROP COLUMN "Text";""");
        }

        migrationBuilder.CreateTable(
            "SearchEntries",
            table => new
            {
                Id = table.Column<long>("bigint", nullable: false),
                Type = table.Column<string>("character varying(20)", maxLength: 20, nullable: false),
                ItemId = table.Column<int>("integer", nullable: false),
                Slug = table.Column<string>("text", nullable: false),
                Title = table.Column<string>("text", nullable: false),
                Names = table.Column<string>("text", nullable: false),
                Initials = table.Column<string>("text", nullable: false),
                Authors = table.Column<string>("text", nullable: false),
                Summary = table.Column<string>("text", nullable: false),
                Body = table.Column<string>("text", nullable: false),
                Essential = table.Column<bool>("boolean", nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SearchEntries", e => e.Id));
        migrationBuilder.Sql("""
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            CREATE TEXT SEARCH DICTIONARY guide_stem (TEMPLATE = snowball, Language = english);
            ALTER TEXT SEARCH CONFIGURATION guide
                ALTER MAPPING FOR hword, hword_part, word, asciihword, hword_asciipart, asciiword WITH unaccent, guide_stem;
            """);
        migrationBuilder.Sql($$"""
            CREATE FUNCTION guide_words(given text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $function$
                SELECT to_tsvector('public.guide', regexp_replace(
                    translate({{PlainLetters.Sql("given")}}, $$-./_'’‐‑–<>&@+*#:;,!?()[]{}"`~^=|\%$$ || '$', repeat(' ', 40)),
                    '([{{PlainLetters.AloneRanges}}])', ' \1 ', 'g'))
            $function$;
            """);
        migrationBuilder.Sql($"""
            ALTER TABLE "SearchEntries" ADD COLUMN "Text" tsvector GENERATED ALWAYS AS (
                setweight(guide_words("Title"), 'A') || setweight(guide_words("Slug" || ' ' || "Names" || ' ' || "Initials"), 'B')
                || setweight(guide_words("Authors"), 'C') || setweight(guide_words("Summary" || ' ' || "Body"), 'D')) STORED;
            ALTER TABLE "SearchEntries" ADD COLUMN "Alike" text GENERATED ALWAYS AS (
                lower({PlainLetters.Sql("""("Title" || ' ' || "Names" || ' ' || "Authors")""")})) STORED;
            CREATE INDEX "IX_SearchEntries_Text" ON "SearchEntries" USING gin ("Text");
            CREATE INDEX "IX_SearchEntries_Alike" ON "SearchEntries" USING gin ("Alike" gin_trgm_ops);
            ALTER TABLE "Comments" ADD COLUMN "Words" tsvector GENERATED ALWAYS AS (guide_words("Body_Markdown")) STORED;
            CREATE INDEX "IX_Comments_Words" ON "Comments" USING gin ("Words") WHERE "State" = 'Standing';
            """);
    }
}
