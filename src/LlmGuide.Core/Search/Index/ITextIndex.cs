using LlmGuide.Core.Data;

namespace LlmGuide.Core.Search.Index;

/// <summary>
/// The full-text index of the database in use: one question, two answers (FTS5 on SQLite, tsvector on PostgreSQL). The databases keep it
/// up to date themselves, so no command can forget to. Its answers are parts of a query, and run with it.
/// </summary>
public interface ITextIndex
{
    /// <summary>The entries that match, in the order of their keys.</summary>
    /// <param name="max">How many at most: the index is read no further.</param>
    IQueryable<EntryKey> Entries(GuideDb db, TextPattern pattern, KeyRange range, int max);

    /// <summary>The comments that match and can be read, the newest first.</summary>
    /// <param name="max">How many at most; <c>null</c> for all.</param>
    IQueryable<TextKey> Comments(GuideDb db, TextPattern pattern, int? max);

    /// <summary>The entries in whose names something is written much like a word, the most alike first.</summary>
    /// <param name="word">In lower case, at least three letters.</param>
    Task<IReadOnlyList<long>> AlikeAsync(GuideDb db, string word, int max, CancellationToken cancellationToken);

    /// <summary>Lets a token stop what the database reads for an open connection: not every driver does that by itself.</summary>
    /// <returns>To be disposed before the connection is closed.</returns>
    CancellationTokenRegistration StopWith(GuideDb db, CancellationToken cancellationToken);
}

/// <param name="Id">Of an entry.</param>
public sealed record EntryKey(long Id);

/// <param name="Id">Of a comment.</param>
public sealed record TextKey(int Id);
