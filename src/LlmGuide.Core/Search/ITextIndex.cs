using LlmGuide.Core.Data;

namespace LlmGuide.Core.Search;

/// <summary>
/// The full-text index of the database in use: one question, two answers (FTS5 on SQLite, tsvector on PostgreSQL). The
/// databases keep it up to date themselves, so no command can forget to.
/// </summary>
public interface ITextIndex
{
    /// <summary>Finds what matches every word of the expression, best first.</summary>
    /// <param name="expression">What is looked for; never empty.</param>
    /// <param name="take">How many to return at most.</param>
    Task<TextMatches> FindAsync(GuideDb db, SearchExpression expression, int skip, int take, CancellationToken cancellationToken);
}

/// <param name="Matches">Some of them, best first.</param>
public sealed record TextMatches(IReadOnlyList<TextMatch> Matches, int Total);

/// <summary>A match. In its texts, <see cref="MarkStart"/> and <see cref="MarkEnd"/> stand around each word that matched.</summary>
/// <param name="Title">Its whole title.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record TextMatch(SearchType Type, string Slug, string Title, string Snippet, double Score)
{
    public const char MarkStart = '\u0002';
    public const char MarkEnd = '\u0003';
}

public enum SearchType
{
    Topic,
    Resource,
    Task,
    Benchmark,
    Metric,
}
