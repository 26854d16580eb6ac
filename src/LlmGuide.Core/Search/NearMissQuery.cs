using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search;

/// <summary>What somebody may have meant whose address leads nowhere.</summary>
public sealed class NearMissQuery(IDbContextFactory<GuideDb> databases, ITextIndex index)
{
    private const int Shown = 5;
    private const int Looked = 4 * Shown;
    private const int ShortestWord = 3;
    private const int MostWords = 8;
    private const int StemLength = 6;

    /// <param name="address">The last part of the address.</param>
    /// <returns>Up to five, best first: what has all the words, then all but one, then any of them, then their beginnings.</returns>
    public async Task<IReadOnlyList<TextMatch>> RunAsync(string address, CancellationToken cancellationToken)
    {
        var words = SearchExpression.Parse(address).Words.SelectMany(w => w.Split(' ')).Take(MostWords).ToList();
        var telling = words.Where(w => w.Length >= ShortestWord).OrderByDescending(w => w.Length).ToList();
        if (telling.Count == 0)
        {
            return [];
        }

        // The words of an address follow each other in a title: they are looked for as a phrase.
        IEnumerable<string> tries =
        [
            string.Join(' ', words),
            .. telling.Select(wrong => string.Join(' ', words.Where(w => w != wrong)))
                .Where(rest => rest.Contains(' ', StringComparison.Ordinal)),
            .. telling,
            .. telling.Select(w => w[..Math.Min(w.Length, StemLength)]),
        ];
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = new List<TextMatch>();
        foreach (var attempt in tries)
        {
            // What begins with it comes first; then, for a single word, topics: they are few, and what most addresses were meant to be.
            var beginning = attempt.Replace(' ', '-').ToLowerInvariant();
            var matches = await index.FindAsync(db, new SearchExpression([attempt]), 0, Looked, cancellationToken);
            found.AddRange(matches.Matches.OrderBy(m => !m.Slug.StartsWith(beginning, StringComparison.Ordinal))
                .ThenBy(m => attempt.Contains(' ', StringComparison.Ordinal) ? SearchType.Topic : m.Type)
                .Where(m => !found.Exists(f => f.Type == m.Type && f.Slug == m.Slug)));
            if (found.Count >= Shown)
            {
                break;
            }
        }

        return [.. found.Take(Shown)];
    }
}
