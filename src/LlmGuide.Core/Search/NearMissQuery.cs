using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search;

/// <summary>What somebody may have meant whose address leads nowhere.</summary>
public sealed class NearMissQuery(IDbContextFactory<GuideDb> databases, ITextIndex index)
{
    private const int Shown = 5;
    private const int Looked = 4 * Shown;
    private const int ShortestWord = 3;
    private const int StemLength = 5;

    /// <param name="address">The last part of the address.</param>
    /// <param name="cancellationToken">Ends the query with its reader.</param>
    /// <returns>Up to five, best first. First whatever has all the words; then any of them; then their beginnings, for a misspelt end.</returns>
    public async Task<IReadOnlyList<TextMatch>> RunAsync(string address, CancellationToken cancellationToken)
    {
        var words = SearchExpression.Parse(address).Words.SelectMany(w => w.Split(' ')).Where(w => w.Length >= ShortestWord).Take(4).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = new List<TextMatch>();
        IEnumerable<IReadOnlyList<string>> tries = [words, .. words.Select(w => new[] { w }), .. words.Select(w => new[] { w[..Math.Min(w.Length, StemLength)] })];
        foreach (var attempt in tries)
        {
            // Topics first: they are few, and what most addresses were meant to be.
            var matches = await index.FindAsync(db, new SearchExpression(attempt), 0, Looked, cancellationToken);
            found.AddRange(matches.Matches.OrderBy(m => m.Type).Where(m => !found.Exists(f => f.Type == m.Type && f.Slug == m.Slug)));
            if (found.Count >= Shown)
            {
                break;
            }
        }

        return [.. found.Take(Shown)];
    }
}
