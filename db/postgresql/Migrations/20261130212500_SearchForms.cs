using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>
/// Other forms of names beside the initials. What fills them is in <see cref="PostgreSqlTextIndexing"/>. Words with a digit lose their
/// diacritics, as all others do. Names have an index of their own: by weights alone, each entry that has a word anywhere would be read to
/// see where. And so have all kinds but resources, of which a common word has a hundred times as many.
/// </summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130212500_SearchForms")]
public sealed class SearchForms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameColumn("Initials", "SearchEntries", "Forms");
        migrationBuilder.Sql("""
            ALTER TEXT SEARCH CONFIGURATION guide ALTER MAPPING FOR numword, numhword, hword_numpart WITH unaccent, simple;
            ALTER TABLE "SearchEntries" ADD COLUMN "Named" tsvector GENERATED ALWAYS AS (
                setweight(guide_words("Title"), 'A') || setweight(guide_words("Slug" || ' ' || "Names" || ' ' || "Forms"), 'B')
                || setweight(guide_words("Authors"), 'C')) STORED;
            CREATE INDEX "IX_SearchEntries_Named" ON "SearchEntries" USING gin ("Named");
            CREATE INDEX "IX_SearchEntries_NamedOthers" ON "SearchEntries" USING gin ("Named") WHERE "Id" < 68719476736;
            CREATE INDEX "IX_SearchEntries_TextOthers" ON "SearchEntries" USING gin ("Text") WHERE "Id" < 68719476736;
            """);
    }
}
