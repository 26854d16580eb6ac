using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.PostgreSql;

/// <summary>
/// A tsvector beside each entry and each comment, kept by the database (see <see cref="PostgreSqlTextIndexing"/>), in the
/// text search configuration <c>guide</c>: English stems without diacritics, and no word left out. The weights put a title before a name
/// before authors before the rest, as on SQLite.
/// </summary>
internal sealed class PostgreSqlTextIndex : ITextIndex
{
    /// <summary>Which part of a word's trigrams a text must have to be looked at as one that was meant.</summary>
    private const double Likeness = 0.4;

    public IQueryable<EntryKey> Entries(GuideDb db, TextPattern pattern)
    {
        var match = Match(pattern);
        return db.Database.SqlQuery<EntryKey>($"""SELECT "Id" FROM "SearchEntries" WHERE "Text" @@ to_tsquery('guide', {match})""");
    }

    public IQueryable<TextScore> Ranked(GuideDb db, TextPattern pattern)
    {
        var match = Match(pattern);
        return db.Database.SqlQuery<TextScore>($$"""
            SELECT "Id", ts_rank_cd('{0.1, 0.4, 0.8, 1.0}', "Text", to_tsquery('guide', {{match}}))::float8 AS "Score"
            FROM "SearchEntries" WHERE "Text" @@ to_tsquery('guide', {{match}})
            """);
    }

    public IQueryable<TextKey> Comments(GuideDb db, TextPattern pattern, int? max)
    {
        var match = Match(pattern);
        return db.Database.SqlQuery<TextKey>($"""
            SELECT "Id" FROM "Comments"
            WHERE "State" = 'Standing' AND NOT "IsPrivate" AND "Words" @@ to_tsquery('guide', {match})
            ORDER BY "Id" DESC LIMIT {max}
            """);
    }

    public async Task<IReadOnlyList<long>> AlikeAsync(GuideDb db, string word, int max, CancellationToken cancellationToken)
    {
        // The setting is this connection's, and is gone when the pool gets it back.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var likeness = Likeness.ToString(CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync($"SELECT set_config('pg_trgm.word_similarity_threshold', {likeness}, false)", cancellationToken);
        return await db.Database.SqlQuery<long>($"""
            SELECT "Id" AS "Value" FROM "SearchEntries" WHERE {word} <% "Alike"
            ORDER BY word_similarity({word}, "Alike") DESC, length("Alike"), "Id" LIMIT {max}
            """).ToListAsync(cancellationToken);
    }

    // Words hold only letters, digits and marks (TextPattern), so no quote can end early.
    private static string Match(TextPattern pattern) => pattern switch
    {
        PhrasePattern phrase =>
            $"({string.Join(" <-> ", phrase.Words.Select((word, at) => $"'{word}'{Label(phrase, at == phrase.Words.Count - 1)}"))})",
        AllPatterns all => $"({string.Join(" & ", all.Parts.Select(Match))})",
        AnyPattern any => $"({string.Join(" | ", any.Parts.Select(Match))})",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };

    private static string Label(PhrasePattern phrase, bool last)
    {
        var weights = phrase.Part switch { TextPart.Names => "AB", TextPart.Authors => "C", _ => "" };
        var begun = phrase.Begun && last ? "*" : "";
        return weights.Length + begun.Length == 0 ? "" : $":{begun}{weights}";
    }
}
