using System.Security.Cryptography;
using System.Text;

using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.PostgreSql;

/// <summary>
/// Keeps what can be found right (the migration Search): triggers, so that nothing that writes can forget it. They are made after every
/// migration, and the entries are written anew then: to do it twice changes nothing.
/// </summary>
internal static class PostgreSqlTextIndexing
{
    /// <summary>Halves of characters, which only an older program has let in, cannot be read as text: they are left out.</summary>
    private const string Concepts = """
        FROM json_array_elements(regexp_replace(
            s."Concepts", '(?<!\\)((?:\\\\)*)\\u(?:d[89a-f][0-9a-f]{2}|0000)', '\1', 'gi')::json) AS c)
        """;

    private static readonly IReadOnlyList<SearchSource> Sources = SearchSource.All(
        $"(SELECT string_agg(c ->> 'Term', '; ') {Concepts}",
        $"(SELECT string_agg(c -> 'Definition' ->> 'Markdown', ' ') {Concepts}");

    private static readonly string Sql = (string.Concat(Sources.Select(Trigger)) + "DELETE FROM \"SearchEntries\";\n"
        + string.Concat(Sources.Select(source => source.Insert(Initials, null) + ";\n")))

        // Braces stand for parameters there.
        .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    /// <summary>Stands as a comment on the table when all of it was done, as this program does it.</summary>
    private static readonly string Mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    private static readonly string MarkedSql = $"{Sql}COMMENT ON TABLE \"SearchEntries\" IS '{Mark}';";

    public static async Task<bool> IsDoneAsync(GuideDb db, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<string?>($"SELECT obj_description(to_regclass('\"SearchEntries\"'), 'pg_class') AS \"Value\"")
            .SingleAsync(cancellationToken) == Mark;

    public static DbContextOptionsBuilder UseTextIndexing(this DbContextOptionsBuilder options) => options
        .UseSeeding((db, _) => db.Database.ExecuteSqlRaw(MarkedSql))
        .UseAsyncSeeding((db, _, cancellationToken) => db.Database.ExecuteSqlRawAsync(MarkedSql, cancellationToken));

    /// <summary>
    /// The entries that a row has a part in are taken away first: whoever does so at the same time waits here, and reads what the other
    /// has written when its own turn comes.
    /// </summary>
    private static string Trigger(SearchSource source)
    {
        var name = $"search_{source.Type.ToString().ToLowerInvariant()}";
        string Keys(string row) => string.Join(", ", source.Keys.Select(key => $"{row}.\"{key}\""));
        string Write(string rows) => $"""
            PERFORM 1 FROM "{source.Table}" AS s WHERE s."Id" IN ({rows}) ORDER BY s."Id" FOR UPDATE;
            DELETE FROM "SearchEntries" WHERE "Id" IN ({string.Join(", ", rows.Split(", ").Select(source.Key))});
            {source.Insert(Initials, $"s.\"Id\" IN ({rows})")};
            """;
        return $"""
            CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF TG_OP = 'INSERT' THEN {Write(Keys("NEW"))}
                ELSIF TG_OP = 'UPDATE' THEN {Write($"{Keys("OLD")}, {Keys("NEW")}")}
                ELSE {Write(Keys("OLD"))}
                END IF;
                RETURN NULL;
            END $$;
            DROP TRIGGER IF EXISTS {name} ON "{source.Table}";
            CREATE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON "{source.Table}" FOR EACH ROW EXECUTE FUNCTION {name}();

            """;
    }

    private static string Initials(string title) =>
        $"coalesce(upper((SELECT string_agg(left(w, 1), '') FROM regexp_split_to_table({title}, '[ -]+') AS w)), '')";
}
