namespace LlmGuide.Core.Search;

/// <summary>A match. In its texts, <see cref="MarkStart"/> and <see cref="MarkEnd"/> stand around each word that matched.</summary>
/// <param name="Slug">Of a comment, its number.</param>
/// <param name="Title">Its whole title.</param>
/// <param name="Snippet">The passage that matched, as plain text.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record TextMatch(SearchType Type, string Slug, string Title, string Snippet, double Score)
{
    public const char MarkStart = '\u0002';
    public const char MarkEnd = '\u0003';

    /// <summary>The other name by which it was found; <c>null</c> where its title says it.</summary>
    public string? Alias { get; init; }
}
