using System.Data;
using System.Data.Common;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Search;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// FTS5 over one table, <c>TextIndex</c>, that triggers fill (see <see cref="SqliteTextIndexing"/>). bm25 is negative, and better
/// when lower (https://www.sqlite.org/fts5.html#the_bm25_function); the weights put a title before a name before a summary
/// before the rest, and what has the very slug that was typed comes first.
/// bm25 holds the length of a text against it, so a topic, with its long introduction, counts twice.
/// </summary>
internal sealed class SqliteTextIndex : ITextIndex
{
    private const string Sql = """
        SELECT Type, Slug, highlight(TextIndex, 2, char(2), char(3)), snippet(TextIndex, 4, char(2), char(3), '…', 40),
               (Slug = $slug) * 100 - bm25(TextIndex, 0, 0, 10, 8, 4, 1) * iif(Type = 'topic', 2, 1) AS Score
        FROM TextIndex
        WHERE TextIndex MATCH $match
        ORDER BY Score DESC, Type DESC, Slug
        LIMIT $take OFFSET $skip
        """;

    public async Task<TextMatches> FindAsync(
        GuideDb db, SearchExpression expression, int skip, int take, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        var match = Match(expression);
        var total = await CountAsync(connection, match, cancellationToken);
        return new TextMatches(
            total > skip ? await PageAsync(connection, match, expression.AsSlug, skip, take, cancellationToken) : [], total);
    }

    // A quoted string is a word or a phrase to FTS5, whatever is in it; the last one may still be being typed.
    private static string Match(SearchExpression expression) => string.Join(' ', expression.Words.Select(word => $"\"{word}\"")) + "*";

    private static async Task<int> CountAsync(DbConnection connection, string match, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "SELECT count(*) FROM TextIndex WHERE TextIndex MATCH $match", match);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<List<TextMatch>> PageAsync(
        DbConnection connection, string match, string slug, int skip, int take, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, Sql, match);
        command.Parameters.Add(new SqliteParameter("$slug", slug));
        command.Parameters.Add(new SqliteParameter("$skip", skip));
        command.Parameters.Add(new SqliteParameter("$take", take));
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
        var matches = new List<TextMatch>();
        while (await reader.ReadAsync(cancellationToken))
        {
            matches.Add(new TextMatch(
                Names.Parse<SearchType>(reader.GetString(0))!.Value, reader.GetString(1),
                reader.GetString(2), reader.GetString(3), reader.GetDouble(4)));
        }

        return matches;
    }

    private static DbCommand Command(DbConnection connection, string sql, string match)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both callers pass a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.Add(new SqliteParameter("$match", match));
        return command;
    }
}
