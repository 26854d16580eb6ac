using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Ranking;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search.Running;

/// <summary>
/// What of the catalogue a tree finds. The index is read in the order of its keys, and no further than something is counted or shown: a
/// word that everything has costs no more than another. Where there are many, those are put in order that are called so, and others until
/// there are enough; what is behind them stays in the order of the keys.
/// </summary>
internal sealed class FoundEntries
{
    /// <summary>So many of a kind are counted, or shown.</summary>
    public const int Most = 1_000;

    /// <summary>So many texts are looked at for a sign, in the order of their keys.</summary>
    private const int Looked = 5_000;

    /// <summary>So many are read and compared.</summary>
    private const int Ordered = 200;

    private readonly GuideDb _db;
    private readonly SearchPlan<SearchEntry> _plan;
    private readonly IReadOnlyList<long> _keys;
    private readonly IReadOnlyList<long> _called;

    private FoundEntries(GuideDb db, SearchPlan<SearchEntry> plan, IReadOnlyList<long> keys, IReadOnlyList<long> called)
    {
        (_db, _plan, _keys, _called) = (db, plan, keys, called);
        Counts = [.. keys.GroupBy(SearchSource.TypeOf).OrderBy(kind => kind.Key)
            .Select(kind => new KindCount(kind.Key, Math.Min(Most, kind.Count()), kind.Count() > Most))];
    }

    /// <summary>Only kinds of which there is something.</summary>
    public IReadOnlyList<KindCount> Counts { get; }

    public static async Task<FoundEntries> FindAsync(
        GuideDb db, ITextIndex index, SearchPlan<SearchEntry> plan, Named named, CancellationToken cancellationToken)
    {
        // One statement for all, in which a minus tells what the probes find from the rest: keys have none.
        var found = await new SearchProbes(db, index, plan).Of(named).Select(keys => keys.Select(id => -id))
            .Prepend(Keys(KeyRange.Resources, Most + 1))
            .Prepend(Keys(KeyRange.Others, (2 * Most) + 1))
            .Aggregate((first, second) => first.Concat(second)).ToListAsync(cancellationToken);
        return new FoundEntries(
            db, plan, [.. found.Where(key => key > 0).Order()], [.. found.Where(key => key < 0).Select(key => -key).Distinct()]);

        IQueryable<long> Keys(KeyRange range, int max)
        {
            if (plan.Rest is not { } rest)
            {
                return index.Entries(db, plan.Main!, range, max).Select(entry => entry.Id);
            }

            var entries = db.SearchEntries.Where(e => e.Id >= range.Least && e.Id <= range.Most).Where(rest);
            if (plan.Main is { } main)
            {
                var matching = index.Entries(db, main, range, plan.HasSign ? Looked : int.MaxValue);
                entries = entries.Where(e => matching.Select(f => f.Id).Contains(e.Id));
            }

            return entries.OrderBy(e => e.Id).Select(e => e.Id).Take(max);
        }
    }

    /// <param name="type">Of one kind alone; <c>null</c> for all.</param>
    public async Task<IReadOnlyList<FoundEntry>> SomeAsync(
        SearchType? type, WantedWords wanted, Named named, int skip, int take, CancellationToken cancellationToken)
    {
        var keys = type is { } only ? _keys.Where(key => SearchSource.TypeOf(key) == only).ToList() : _keys;
        var candidates = await ReadAsync(keys.Count <= Ordered ? keys : Best(keys, type), !_plan.IsConjunction, cancellationToken);
        IEnumerable<FoundEntry> ordered = candidates.Count == 0 ? []
            : new Relevance(wanted, named, candidates, _plan.IsConjunction).InOrder().Skip(skip).Take(take);
        List<FoundEntry> some = [.. ordered];
        if (some.Count == take || keys.Count <= candidates.Count)
        {
            return some;
        }

        var behind = keys.Except(candidates.Select(candidate => candidate.Id))
            .Skip(Math.Max(0, skip - candidates.Count)).Take(take - some.Count).ToList();
        var read = await ReadAsync(behind, false, cancellationToken);
        return [.. some, .. read.OrderBy(one => one.Id).Select(one => new FoundEntry(one, 0))];
    }

    /// <summary>The texts that are compared; bodies only where they are needed for that, since they are long.</summary>
    private async Task<List<Candidate>> ReadAsync(IReadOnlyList<long> keys, bool bodies, CancellationToken cancellationToken)
    {
        var entries = _db.SearchEntries.AsNoTracking().Where(e => keys.Contains(e.Id));
        return await (_plan.Rest is { } rest ? entries.Where(rest) : entries)
            .Select(e => new Candidate(
                e.Id, e.Type, e.ItemId, e.Slug, e.Title, e.Names, e.Authors, e.Summary, bodies ? e.Body : "", e.Essential))
            .ToListAsync(cancellationToken);
    }

    /// <returns>So many as are put in order: what is called so, then the rest as it comes, models last.</returns>
    private IReadOnlyList<long> Best(IReadOnlyList<long> keys, SearchType? type) =>
    [
        .. _called.Where(key => type is null || SearchSource.TypeOf(key) == type)
            .Concat(keys.OrderBy(key => SearchSource.TypeOf(key) == SearchType.Model ? 1 : 0))
            .Distinct().Take(Math.Max(Ordered, _called.Count)),
    ];
}
