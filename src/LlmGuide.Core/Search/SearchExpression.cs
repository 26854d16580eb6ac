using System.Text.RegularExpressions;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Search;

/// <summary>
/// What a reader typed, as words. A word is a run of letters and digits; one joined by hyphens or dots (<c>GPT-3</c>,
/// <c>1706.03762</c>) is a phrase of its parts. Anything else only separates, so no input is an error.
/// </summary>
/// <param name="Words">Each a word or a phrase, its parts separated by single spaces.</param>
public sealed partial record SearchExpression(IReadOnlyList<string> Words)
{
    /// <summary>The longest text that is searched for; longer ones are cut at this length.</summary>
    public const int MaxLength = 200;

    private const int MaxWords = 16;

    public bool IsEmpty => Words.Count == 0;

    /// <summary>The slug that these words would make. What has it is what was meant, whatever else the words occur in.</summary>
    public string AsSlug => string.Join(' ', Words).Replace(' ', '-').ToLowerInvariant();

    public static SearchExpression Parse(string? text)
    {
        var cut = CleanText.Composed(text is { Length: > MaxLength } ? text[..MaxLength] : text ?? "");
        return new SearchExpression([.. Word().Matches(cut).Select(m => Joint().Replace(m.Value, " ")).Take(MaxWords)]);
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+(?:[-./_'’][\p{L}\p{N}\p{M}]+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("[-./_'’]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();
}
