namespace LlmGuide.Core.Search;

/// <summary>What somebody may have meant whose address leads nowhere.</summary>
public sealed class NearMissQuery(SearchQuery search)
{
    private const int Shown = 5;
    private const int Looked = 4 * Shown;
    private const int StemLength = 6;

    /// <param name="address">The last part of the address.</param>
    /// <returns>Up to five, best first: what has its words, or words near them, or the beginning of one; never a comment.</returns>
    public async Task<IReadOnlyList<TextMatch>> RunAsync(string address, CancellationToken cancellationToken)
    {
        var words = string.Join(' ', address.Split(['-', '_', '.', '+', '%'], StringSplitOptions.RemoveEmptyEntries));
        var found = await FoundAsync(words, cancellationToken);
        return found.Count > 0 || words.Split(' ').MaxBy(word => word.Length) is not { Length: > StemLength } longest
            ? found
            : await FoundAsync(longest[..StemLength], cancellationToken);
    }

    private async Task<IReadOnlyList<TextMatch>> FoundAsync(string text, CancellationToken cancellationToken)
    {
        var (view, _) = await search.SomeAsync(new SearchRequest(text), 0, Looked, cancellationToken);
        return [.. view.Hits.Items.Select(hit => hit.Match).Where(match => match.Type != SearchType.Comment).Take(Shown)];
    }
}
