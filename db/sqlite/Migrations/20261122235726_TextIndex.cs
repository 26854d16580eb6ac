using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>
/// The full-text index. Names such as "T5" and "GPT-3" are in slugs and other names; porter stems English words, and
/// diacritics are folded. Triggers keep it up to date, so nothing that writes can forget it.
/// </summary>
public partial class TextIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE VIRTUAL TABLE TextIndex USING fts5(
                Type UNINDEXED, Slug UNINDEXED, Title, Names, Summary, Body,
                tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3');
            """);
        CreateTriggers(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["Topics", "Resources"])
        {
            migrationBuilder.Sql($"DROP TRIGGER {table}_TextIndex_Insert; DROP TRIGGER {table}_TextIndex_Update; DROP TRIGGER {table}_TextIndex_Delete;");
        }

        migrationBuilder.Sql("DROP TABLE TextIndex;");
    }

    /// <summary>Again wherever a migration makes one of the two tables anew.</summary>
    internal static void CreateTriggers(MigrationBuilder migrationBuilder)
    {
        Triggers(migrationBuilder, "Topics", "topic", "'' || new.Slug", "new.Summary", "new.Introduction_Markdown || ' ' || new.Concepts");
        CreateResourceTriggers(migrationBuilder, whenListed: false);
    }

    /// <param name="migrationBuilder">What to add them to.</param>
    /// <param name="whenListed">Whether the table knows removed resources already, and passes them over.</param>
    internal static void CreateResourceTriggers(MigrationBuilder migrationBuilder, bool whenListed) => Triggers(
        migrationBuilder, "Resources", "resource", "new.Slug || ' ' || coalesce(new.AlsoKnownAs, '') || ' ' || new.AuthorNames || ' ' || coalesce(new.ArxivId, '')",
        "new.Summary_Markdown", "coalesce(new.Venue, '')", whenListed ? " WHERE new.RemovedAt IS NULL" : "");

    // The rowid of the index says which row it came from: even for topics, odd for resources.
    private static void Triggers(MigrationBuilder migrationBuilder, string table, string type, string names, string summary, string body, string when = "")
    {
        var odd = type == "resource" ? 1 : 0;
        var insert = $"INSERT INTO TextIndex (rowid, Type, Slug, Title, Names, Summary, Body) SELECT new.Id * 2 + {odd}, '{type}', new.Slug, new.Title, {names}, {summary}, {body}{when};";
        var delete = $"DELETE FROM TextIndex WHERE rowid = old.Id * 2 + {odd};";
        migrationBuilder.Sql($"CREATE TRIGGER {table}_TextIndex_Insert AFTER INSERT ON {table} BEGIN {insert} END;");
        migrationBuilder.Sql($"CREATE TRIGGER {table}_TextIndex_Update AFTER UPDATE ON {table} BEGIN {delete} {insert} END;");
        migrationBuilder.Sql($"CREATE TRIGGER {table}_TextIndex_Delete AFTER DELETE ON {table} BEGIN {delete} END;");
    }
}
