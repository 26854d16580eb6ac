using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

using SQLitePCL;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// FTS5 over tables that triggers fill (see <see cref="SqliteTextIndexing"/>). It has its rows in the order of their keys, and a LIMIT ends
/// the reading there; bm25 would read all that has a word before it says anything of one
/// (https://www.sqlite.org/fts5.html#the_bm25_function). A LIMIT also keeps SQLite from asking the index once for each row of another
/// table.
/// </summary>
internal sealed class SqliteTextIndex : ITextIndex
{
    public IQueryable<EntryKey> Entries(GuideDb db, TextPattern pattern, KeyRange range, int max)
    {
        var match = Match(pattern);
        return db.Database.SqlQuery<EntryKey>($"""
            SELECT rowid AS "Id" FROM "TextIndex" WHERE "TextIndex" MATCH {match} AND rowid BETWEEN {range.Least} AND {range.Most}
            ORDER BY rowid LIMIT {max}
            """);
    }

    public IQueryable<TextKey> Comments(GuideDb db, TextPattern pattern, int? max)
    {
        var match = Match(pattern);
        return db.Database.SqlQuery<TextKey>($"""
            SELECT rowid AS "Id" FROM "CommentIndex" WHERE "CommentIndex" MATCH {match} ORDER BY rowid DESC LIMIT {max ?? -1}
            """);
    }

    public async Task<IReadOnlyList<long>> AlikeAsync(GuideDb db, string word, int max, CancellationToken cancellationToken)
    {
        var match = string.Join(" OR ", Enumerable.Range(0, word.Length - 2).Select(at => $"\"{word.Substring(at, 3)}\""));
        return await db.Database.SqlQuery<long>(
            $"""SELECT rowid AS "Value" FROM "NameTrigrams" WHERE "NameTrigrams" MATCH {match} ORDER BY rank LIMIT {max}""")
            .ToListAsync(cancellationToken);
    }

    /// <summary>https://www.sqlite.org/c3ref/interrupt.html: any thread may.</summary>
    public CancellationTokenRegistration StopWith(GuideDb db, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
    }

    // A quoted string is a word or a phrase to FTS5, whatever is in it.
    private static string Match(TextPattern pattern) => pattern switch
    {
        PhrasePattern phrase =>
            $"{Columns(phrase.Part)}\"{string.Join(' ', phrase.Words)}\"{(phrase.Begun ? "*" : "")}",
        AllPatterns all => $"({string.Join(" AND ", all.Parts.Select(Match))})",
        AnyPattern any => $"({string.Join(" OR ", any.Parts.Select(Match))})",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };

    private static string Columns(TextPart part) => part switch
    {
        TextPart.Names => "{Title Names} : ",
        TextPart.Called => "{Title Names Authors} : ",
        TextPart.Authors => "Authors : ",
        _ => "",
    };
}
