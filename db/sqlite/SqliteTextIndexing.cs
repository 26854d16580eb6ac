using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// Keeps the full-text index (the migration Search) right: triggers, so that nothing that writes can forget it. SQLite makes a table
/// anew for many a change of it, and its triggers go with the old one; so they are made after every migration, whatever it did, and the
/// index is filled from the tables then. To do it twice changes nothing. What was removed from the guide is not found.
/// </summary>
internal static class SqliteTextIndexing
{
    private const string Entries = "SearchEntries";
    private const string Texts = "TextIndex";
    private const string SaidTexts = "CommentIndex";
    private const string Concepts = """FROM json_each(s."Concepts") AS c)""";

    private static readonly IReadOnlyList<SearchSource> Sources = SearchSource.All(
        $"(SELECT string_agg(c.value ->> 'Term', '; ') {Concepts}",
        $"(SELECT string_agg(c.value -> 'Definition' ->> 'Markdown', ' ') {Concepts}");

    private static readonly string Sql = string.Concat(Sources.Select(Triggers)) + EntryTriggers() + CommentTriggers() + """
        DELETE FROM "SearchEntries";
        DELETE FROM "TextIndex";
        DELETE FROM "NameTrigrams";
        DELETE FROM "CommentIndex";
        """ + string.Concat(Sources.Select(source => source.Insert(Initials, null) + ";\n"))
        + Comments("\"Comments\" AS new WHERE new.\"State\" = 'Standing' AND NOT new.\"IsPrivate\"");

    private static readonly string Suspended = string.Concat(Sources.Select(source => Dropped(source.Table, Entries)))
        + Dropped(Entries, Texts) + Dropped("Comments", SaidTexts);

    /// <summary>
    /// Runs with every migration, in its transaction, which <see cref="SqliteStorage"/> makes: EF Core alone would commit before.
    /// </summary>
    public static DbContextOptionsBuilder UseTextIndexing(this DbContextOptionsBuilder options) => options
        .UseSeeding((db, _) => db.Database.ExecuteSqlRaw(Escaped))
        .UseAsyncSeeding((db, _, cancellationToken) => db.Database.ExecuteSqlRawAsync(Escaped, cancellationToken));

    /// <summary>Takes the triggers away until it is made anew: what fills whole tables would write every row of it twice.</summary>
    public static Task SuspendAsync(DbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Suspended, cancellationToken);

    /// <summary>Makes it anew from the tables, as after a migration.</summary>
    public static Task RebuildAsync(DbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Escaped, cancellationToken);

    // Braces stand for parameters there.
    private static string Escaped => Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Triggers(SearchSource source)
    {
        string Keys(string row) => string.Join(", ", source.Keys.Select(key => $"{row}.\"{key}\""));
        string Delete(string row) => string.Concat(source.Keys.Select(
            key => $"DELETE FROM \"SearchEntries\" WHERE \"Id\" = {source.Key($"{row}.\"{key}\"")};\n"));
        string Insert(string keys) => source.Insert(Initials, $"s.\"Id\" IN ({keys})") + ";\n";
        return Trigger(
            source.Table, Entries, Delete("new") + Insert(Keys("new")),
            Delete("old") + Delete("new") + Insert($"{Keys("old")}, {Keys("new")}"), Delete("old") + Insert(Keys("old")));
    }

    private static string EntryTriggers()
    {
        string[] fields =
        [
            "new.\"Title\"", "new.\"Slug\" || ' ' || new.\"Names\" || ' ' || new.\"Forms\"", "new.\"Authors\"", "new.\"Summary\"",
            "new.\"Body\"",
        ];
        var texts = string.Join(", ", fields.Select(Text));
        var insert = $"""
            INSERT INTO "TextIndex" (rowid, "Title", "Names", "Authors", "Summary", "Body") VALUES (new."Id", {texts});
            INSERT INTO "NameTrigrams" (rowid, "Names")
            VALUES (new."Id", {PlainLetters.Sql("""new."Title" || ' ' || new."Names" || ' ' || new."Authors" """)});
            """;
        const string Delete = """
            DELETE FROM "TextIndex" WHERE rowid = old."Id";
            DELETE FROM "NameTrigrams" WHERE rowid = old."Id";
            """;
        return Trigger(Entries, Texts, insert, Delete + insert, Delete);
    }

    private static string CommentTriggers()
    {
        const string Delete = """DELETE FROM "CommentIndex" WHERE rowid = old."Id";""";
        var insert = Comments("(SELECT 1) WHERE new.\"State\" = 'Standing' AND NOT new.\"IsPrivate\"");
        return Trigger("Comments", SaidTexts, insert, Delete + insert, Delete, "OF \"State\", \"Body_Markdown\" ");
    }

    private static string Comments(string from) =>
        $"INSERT INTO \"CommentIndex\" (rowid, \"Body\") SELECT new.\"Id\", {Text("new.\"Body_Markdown\"")} FROM {from};\n";

    private static string Trigger(string table, string name, string insert, string update, string delete, string of = "") => $"""
        {Dropped(table, name)}
        CREATE TRIGGER "{table}_{name}_Insert" AFTER INSERT ON "{table}" BEGIN {insert} END;
        CREATE TRIGGER "{table}_{name}_Update" AFTER UPDATE {of}ON "{table}" BEGIN {update} END;
        CREATE TRIGGER "{table}_{name}_Delete" AFTER DELETE ON "{table}" BEGIN {delete} END;

        """;

    private static string Dropped(string table, string name) => $"""
        DROP TRIGGER IF EXISTS "{table}_{name}_Insert";
        DROP TRIGGER IF EXISTS "{table}_{name}_Update";
        DROP TRIGGER IF EXISTS "{table}_{name}_Delete";

        """;

    private static string Initials(string title) => $"""
        coalesce(upper((SELECT string_agg(substr(w.value, 1, 1), '')
            FROM json_each('[' || replace(replace(json_quote({title}), '-', ' '), ' ', '","') || ']') AS w)), '')
        """;

    /// <summary>
    /// As <see cref="PlainLetters"/> has it. What SQLite has for taking a text apart takes longer the longer the text is: pieces of 64
    /// characters keep that from growing with its square.
    /// </summary>
    private static string Text(string sql) => $"""
        (SELECT CASE WHEN t.x GLOB '*[{PlainLetters.AloneRanges}]*' THEN (SELECT string_agg(a.y, '') FROM (
            WITH RECURSIVE piece(rest, part) AS (
                SELECT substr(t.x, 65), substr(t.x, 1, 64)
                UNION ALL SELECT substr(rest, 65), substr(rest, 1, 64) FROM piece WHERE rest <> ''),
            place(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM place WHERE i < 64)
            SELECT CASE WHEN substr(part, i, 1) GLOB '[{PlainLetters.AloneRanges}]' THEN ' ' || substr(part, i, 1) || ' '
                ELSE substr(part, i, 1) END AS y FROM piece CROSS JOIN place WHERE i <= length(part)) AS a)
            ELSE t.x END FROM (SELECT {PlainLetters.Sql(sql)} AS x) AS t)
        """;
}
