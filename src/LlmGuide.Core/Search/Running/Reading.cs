using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Language;
using LlmGuide.Core.Search.Ranking;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search.Running;

/// <summary>Reads a tree in the light of what is in the index.</summary>
internal sealed class Reading(GuideDb db, ITextIndex index)
{
    private const int MostPairs = 8;
    private const int MostCorrected = 6;
    private const int Alike = 60;

    /// <summary>Words that are one elsewhere become one (<c>fine tuning</c>), and question words fall away.</summary>
    public Task<SearchNode> OfAsync(SearchNode root, CancellationToken cancellationToken) =>
        CompoundAsync(QuestionWords.Dropped(root), cancellationToken);

    /// <returns>
    /// The tree with the words that nothing has replaced by what is near them, or without them; the same tree where all are known or none.
    /// </returns>
    public async Task<SearchNode> CorrectedAsync(SearchNode root, CancellationToken cancellationToken)
    {
        var meant = new Dictionary<string, SearchTerm?>(StringComparer.Ordinal);
        foreach (var term in root.Wanted().Where(term => !term.Quoted && term.Sign is null)
            .DistinctBy(term => term.Text).Take(MostCorrected))
        {
            if (!await index.Entries(db, TermPatterns.Of(term, last: true), KeyRange.All, 1).AnyAsync(cancellationToken))
            {
                meant[term.Text] = await NearAsync(term.Text, cancellationToken) is { } near ? new SearchTerm(near) : null;
            }
        }

        return meant.Count > 0 && root.With(term => meant.GetValueOrDefault(term.Text, term)) is { } rest && rest.Wanted().Any()
            ? rest : root;
    }

    /// <summary>Whether something has all the words of a tree in its names, or among its authors.</summary>
    public async Task<bool> IsCalledAsync(SearchNode root, CancellationToken cancellationToken) =>
        SearchPlan<SearchEntry>.Of(root, new SearchedEntries(db, index)).Main is { } main
        && await index.Entries(db, main.In(TextPart.Called), KeyRange.All, 1).AnyAsync(cancellationToken);

    private async Task<SearchNode> CompoundAsync(SearchNode root, CancellationToken cancellationToken)
    {
        if (root is not SearchAll all)
        {
            return root;
        }

        var pairs = all.Parts.Zip(all.Parts.Skip(1)).Index()
            .Select(pair => (pair.Index, Word: pair.Item is { First: SearchTerm first, Second: SearchTerm second }
                ? TermPatterns.Joined(first, second) : null))
            .Where(pair => pair.Word is not null).Take(MostPairs).ToList();
        if (pairs.Count == 0)
        {
            return root;
        }

        var joined = await pairs
            .Select(pair => index.Entries(db, pair.Word!, KeyRange.All, 1).Select(_ => pair.Index))
            .Aggregate((first, second) => first.Concat(second)).ToListAsync(cancellationToken);
        var parts = new List<SearchNode>();
        for (var at = 0; at < all.Parts.Count; at++)
        {
            var one = joined.Contains(at);
            parts.Add(one ? Joined((SearchTerm)all.Parts[at], (SearchTerm)all.Parts[at + 1]) : all.Parts[at]);
            at += one ? 1 : 0;
        }

        return SearchNode.All(parts)!;
    }

    private static SearchTerm Joined(SearchTerm first, SearchTerm second) => new(first.Text + second.Text, Begun: second.Begun);

    private async Task<string?> NearAsync(string word, CancellationToken cancellationToken)
    {
        var typed = FoldedWords.Key(word);
        if (!NearWords.CanBeMeant(typed))
        {
            return null;
        }

        var keys = await index.AlikeAsync(db, typed, Alike, cancellationToken);
        var names = await db.SearchEntries.AsNoTracking().Where(e => keys.Contains(e.Id))
            .Select(e => new { e.Title, e.Names, e.Authors }).ToListAsync(cancellationToken);
        return NearWords.Of(typed, names.SelectMany(e => FoldedWords.Of($"{e.Title} {e.Names} {e.Authors}")).ToList());
    }
}
