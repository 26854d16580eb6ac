using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// FTS5 over tables that triggers fill (see <see cref="SqliteTextIndexing"/>). bm25 is negative, and better when lower
/// (https://www.sqlite.org/fts5.html#the_bm25_function); the weights put a title before a name before authors before a summary before the
/// rest. A LIMIT keeps SQLite from asking the index once for each row of another table.
/// </summary>
internal sealed class SqliteTextIndex : ITextIndex
{
    public IQueryable<EntryKey> Entries(GuideDb db, TextPattern pattern)
    {
        var match = Match(pattern);
        return db.Database.SqlQuery<EntryKey>($"""SELECT rowid AS "Id" FROM "TextIndex" WHERE "TextIndex" MATCH {match} LIMIT -1""");
    }

    public IQueryable<TextScore> Ranked(GuideDb db, TextPattern pattern)
    {
        var match = Match(pattern);
        return db.Database.SqlQuery<TextScore>($"""
            SELECT rowid AS "Id", -bm25("TextIndex", 10, 8, 5, 3, 1) AS "Score" FROM "TextIndex" WHERE "TextIndex" MATCH {match} LIMIT -1
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
        TextPart.Authors => "Authors : ",
        _ => "",
    };
}
