using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.PostgreSql;

/// <summary>
/// A tsvector beside each entry and each comment, kept by the database (see <see cref="PostgreSqlTextIndexing"/>), in the
/// text search configuration <c>guide</c>: English stems without diacritics, and no word left out. Names and authors have a tsvector of
/// their own, and weights tell them apart, as columns do on SQLite.
/// </summary>
internal sealed class PostgreSqlTextIndex : ITextIndex
{
    /// <summary>Which part of a word's trigrams a text must have to be looked at as one that was meant.</summary>
    private const double Likeness = 0.4;

    public IQueryable<EntryKey> Entries(GuideDb db, TextPattern pattern, KeyRange range, int max)
    {
        var match = Match(pattern);
        return IsOfNames(pattern)
            ? db.Database.SqlQuery<EntryKey>($"""
                SELECT "Id" FROM "SearchEntries"
                WHERE "Named" @@ to_tsquery('guide', {match}) AND "Id" BETWEEN {range.Least} AND {range.Most}
                ORDER BY "Id" LIMIT {max}
                """)
            : db.Database.SqlQuery<EntryKey>($"""
                SELECT "Id" FROM "SearchEntries"
                WHERE "Text" @@ to_tsquery('guide', {match}) AND "Id" BETWEEN {range.Least} AND {range.Most}
                ORDER BY "Id" LIMIT {max}
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

    /// <summary>The driver tells the server.</summary>
    public CancellationTokenRegistration StopWith(GuideDb db, CancellationToken cancellationToken) => default;

    /// <summary>A pattern is of one part.</summary>
    private static bool IsOfNames(TextPattern pattern) => pattern switch
    {
        PhrasePattern phrase => phrase.Part != TextPart.Any,
        AllPatterns all => IsOfNames(all.Parts[0]),
        AnyPattern any => IsOfNames(any.Parts[0]),
        _ => false,
    };

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
