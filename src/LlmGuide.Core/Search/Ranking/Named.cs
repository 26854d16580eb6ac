using LlmGuide.Core.Search.Language;

namespace LlmGuide.Core.Search.Ranking;

/// <summary>What is called as somebody typed it.</summary>
/// <param name="Keys">All that was typed, as one name (<see cref="FoldedWords.Key"/>); of alternatives each.</param>
/// <param name="Work">The slug of the work whose identifier it is; <c>null</c> for none.</param>
internal sealed record Named(IReadOnlyList<string> Keys, string? Work)
{
    public static Named By(string text, SearchNode root, string? work = null)
    {
        IEnumerable<string> names = root is SearchAny any
            ? [text, .. any.Parts.Select(part => string.Concat(part.Wanted().Select(term => term.Text)))]
            : [text, string.Concat(root.Wanted().Select(term => term.Text))];
        return new Named([.. names.Select(FoldedWords.Key).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)], work);
    }
}
