using System.Data;
using System.Data.Common;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Search;

using Microsoft.EntityFrameworkCore;

using Npgsql;

namespace LlmGuide.Db.PostgreSql;

/// <summary>
/// A tsvector column on each table that is searched, kept by the database (see the migration TextIndex), in the text search
/// configuration <c>guide</c>: English stems without diacritics. The weights put a title before a name before a summary
/// before the rest, and what has the very slug that was typed comes first, as on SQLite.
/// </summary>
internal sealed class PostgreSqlTextIndex : ITextIndex
{
    /// <summary>Each table that is searched, with what its rows are called and which are left out.</summary>
    private static readonly (string Type, string Table, string Title, string Body, string When)[] Searched =
    [
        ("topic", "Topics", "Title", "\"Summary\"", " AND \"RemovedAt\" IS NULL"),
        ("resource", "Resources", "Title", "\"Summary_Markdown\"", " AND \"RemovedAt\" IS NULL"),
        ("task", "NlpTasks", "Name", "\"Objective\"", " AND \"RemovedAt\" IS NULL"),
        ("benchmark", "Benchmarks", "Name", "coalesce(\"Size\", '')", " AND \"RemovedAt\" IS NULL"),
        ("metric", "Metrics", "Name", "\"Definition\"", " AND \"RemovedAt\" IS NULL"),
    ];

    private static readonly string Sql = $$"""
        WITH query AS (SELECT to_tsquery('guide', @match) AS q),
        found AS (
            {{string.Join("\nUNION ALL\n", Searched.Select(t => $$"""
            SELECT '{{t.Type}}' AS type, "Slug" AS slug, "{{t.Title}}" AS title, {{t.Body}} AS body,
                   ts_rank_cd('{0.1, 0.4, 0.8, 1.0}', "Text", q) + ("Slug" = @slug)::int * 100 AS score, count(*) OVER () AS n
            FROM "{{t.Table}}", query WHERE "Text" @@ q{{t.When}}
            """))}}
        ),
        page AS (SELECT * FROM found ORDER BY score DESC, type DESC, slug LIMIT @take OFFSET @skip)
        SELECT type, slug,
               ts_headline('guide', title, q, E'StartSel=\x02, StopSel=\x03, HighlightAll=true'),
               ts_headline('guide', body, q, E'StartSel=\x02, StopSel=\x03, MaxWords=40, MinWords=20'),
               score, (SELECT sum(n) FROM (SELECT DISTINCT type, n FROM found) AS counts)
        FROM page, query
        ORDER BY score DESC, type DESC, slug
        """;

    private static readonly string CountSql =
        $"SELECT {string.Join(" + ", Searched.Select(t => $"(SELECT count(*) FROM \"{t.Table}\" WHERE \"Text\" @@ to_tsquery('guide', @match){t.When})"))}";

    public async Task<TextMatches> FindAsync(
        GuideDb db, SearchExpression expression, int skip, int take, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        await using var command = Command(connection, Sql, expression);
        command.Parameters.Add(new NpgsqlParameter("slug", expression.AsSlug));
        command.Parameters.Add(new NpgsqlParameter("take", take));
        command.Parameters.Add(new NpgsqlParameter("skip", skip));
        var matches = new List<TextMatch>();
        var total = 0;
        await using (var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                matches.Add(new TextMatch(
                    Names.Parse<SearchType>(reader.GetString(0))!.Value, reader.GetString(1),
                    reader.GetString(2), reader.GetString(3), reader.GetDouble(4)));
                total = (int)reader.GetDecimal(5);
            }
        }

        return new TextMatches(
            matches, matches.Count > 0 || skip == 0 ? total : await CountAsync(connection, expression, cancellationToken));
    }

    private static async Task<int> CountAsync(DbConnection connection, SearchExpression expression, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, CountSql, expression);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    // Quoted words hold only letters, digits, marks and spaces (SearchExpression), so no quote can end early. The parts of a
    // phrase must follow each other; the last word may still be being typed.
    private static string Match(SearchExpression expression) =>
        string.Join(" & ", expression.Words.Select(word => $"({string.Join(" <-> ", word.Split(' ').Select(part => $"'{part}'"))})"))[..^1]
        + ":*)";

    private static DbCommand Command(DbConnection connection, string sql, SearchExpression expression)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both callers pass a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.Add(new NpgsqlParameter("match", Match(expression)));
        return command;
    }
}
