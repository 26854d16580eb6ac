using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Ranking;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search.Running;

/// <summary>
/// What of the catalogue a tree finds. So many as the index thinks best are read and put in order; those behind them stay in the order
/// of the index, and are read when somebody turns to their page.
/// </summary>
internal sealed class FoundEntries(GuideDb db, ITextIndex index, SearchPlan<SearchEntry> plan)
{
    private const int Ordered = 200;

    /// <returns>How many there are of each kind.</returns>
    public async Task<Dictionary<SearchType, int>> CountAsync(CancellationToken cancellationToken)
    {
        var (main, rest) = (plan.Main, plan.Rest);
        if (main is null || rest is not null)
        {
            return await Scored().GroupBy(found => found.Entry.Type).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        }

        // The key alone says it: the entries themselves stay unread.
        var counts = await index.Entries(db, main).GroupBy(found => found.Id % SearchSource.Kinds)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return counts.ToDictionary(group => SearchSource.TypeOf(group.Key), group => group.Count);
    }

    /// <param name="type">Of one kind alone; <c>null</c> for all.</param>
    public async Task<IReadOnlyList<(Candidate Candidate, double Score)>> SomeAsync(
        SearchType? type, WantedWords wanted, Named named, int skip, int take, CancellationToken cancellationToken)
    {
        var scored = type is null ? Scored() : Scored().Where(found => found.Entry.Type == type);
        var ordered = scored.OrderByDescending(found => found.Score).ThenBy(found => found.Entry.Id);
        var best = skip >= Ordered ? [] : await Read(ordered.Take(Ordered), cancellationToken);
        IReadOnlyList<(Candidate Candidate, double Score)> first = best.Count == 0 ? [] : new Relevance(wanted, named, best).InOrder();
        var some = first.Skip(skip).Take(take).ToList();
        if (some.Count == take || (skip < Ordered && best.Count < Ordered))
        {
            return some;
        }

        var behind = await Read(
            ordered.Skip(Math.Max(skip, Ordered)).Take(take - some.Count), cancellationToken);
        return [.. some, .. behind.Select(candidate => (candidate, 0.0))];
    }

    private IQueryable<ScoredEntry> Scored()
    {
        var entries = plan.Rest is { } rest ? db.SearchEntries.AsNoTracking().Where(rest) : db.SearchEntries.AsNoTracking();
        return plan.Main is { } main
            ? index.Ranked(db, main).Join(entries, s => s.Id, e => e.Id, (s, e) => new ScoredEntry { Entry = e, Score = s.Score })
            : entries.Select(e => new ScoredEntry { Entry = e, Score = 0 });
    }

    private static async Task<List<Candidate>> Read(IQueryable<ScoredEntry> found, CancellationToken cancellationToken) =>
        [.. (await found.ToListAsync(cancellationToken)).Select(one => new Candidate(one.Entry, one.Score))];

    private sealed class ScoredEntry
    {
        public required SearchEntry Entry { get; init; }

        public double Score { get; init; }
    }
}
