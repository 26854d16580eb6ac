using System.Linq.Expressions;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Language;

namespace LlmGuide.Core.Search.Running;

/// <summary>The catalogue.</summary>
internal sealed class SearchedEntries(GuideDb db, ITextIndex index) : ISearched<SearchEntry>
{
    /// <summary>Of models.</summary>
    private const int FirstYear = 1950;
    private const int LastYear = 2099;

    private static readonly Expression<Func<SearchEntry, bool>> Nothing = e => false;

    public bool TakesBeginnings => true;

    public Expression<Func<SearchEntry, bool>> Matching(TextPattern pattern)
    {
        var found = index.Entries(db, pattern, KeyRange.All, int.MaxValue);
        return e => found.Select(f => f.Id).Contains(e.Id);
    }

    public Expression<Func<SearchEntry, bool>> Saying(string sign) =>
        e => (e.Title + " " + e.Names + " " + e.Summary + " " + e.Body).ToLower().Contains(sign);

    public Expression<Func<SearchEntry, bool>> Filtered(SearchFilter filter) => filter.Field switch
    {
        SearchField.Type => OfType(filter.Value),
        SearchField.Topic => InTopic(filter.Value.Trim().ToLowerInvariant().Replace(' ', '-')),
        SearchField.Year when SearchFields.Years(filter.Value) is { } years => OfYears(years.From, years.To),
        SearchField.Level when Names.Parse<ResourceLevel>(filter.Value) is { } level => Works(r => r.Level == level),
        SearchField.By when TermPatterns.Words(filter.Value) is { Count: > 0 } name =>
            Matching(new PhrasePattern(name, Begun: true, TextPart.Authors)),
        SearchField.Status => OfStatus(filter.Value),
        SearchField.Essential when SearchFields.Flag(filter.Value) is { } essential => Works(r => r.Essential == essential),
        _ => Nothing,
    };

    public Expression<Func<SearchEntry, bool>> Work(string slug) => e => e.Type == SearchType.Resource && e.Slug == slug;

    private Expression<Func<SearchEntry, bool>> OfType(string value)
    {
        if (Names.Parse<SearchType>(value) is { } type)
        {
            return e => e.Type == type;
        }

        return Names.Parse<ResourceKind>(value) is { } kind ? Works(r => r.Kind == kind) : Nothing;
    }

    private Expression<Func<SearchEntry, bool>> InTopic(string slug)
    {
        var tasks = db.NlpTasks;
        var placed = db.Placements.Where(p => p.Topic.Slug == slug).Select(p => p.ResourceId);
        return new[]
        {
            e => e.Type == SearchType.Topic && e.Slug == slug,
            Works(r => placed.Contains(r.Id)),
            e => e.Type == SearchType.Task && tasks.Any(t => t.Id == e.ItemId && t.Topics.Any(topic => topic.Slug == slug)),
        }.Any();
    }

    private Expression<Func<SearchEntry, bool>> OfYears(int from, int to)
    {
        var (benchmarks, models) = (db.Benchmarks, db.Models);

        // A date begins with its year.
        var (first, last) = (Math.Max(FirstYear, from), Math.Min(LastYear, to));
        var years = Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(year => year.ToInvariantString()).ToList();
        return new[]
        {
            Works(r => r.Year >= from && r.Year <= to),
            e => e.Type == SearchType.Benchmark && benchmarks.Any(b => b.Id == e.ItemId && b.Year >= from && b.Year <= to),
            e => e.Type == SearchType.Model && models.Any(m => m.Id == e.ItemId && years.Contains(m.Released!.Substring(0, 4))),
        }.Any();
    }

    private Expression<Func<SearchEntry, bool>> OfStatus(string value)
    {
        var benchmarks = db.Benchmarks;
        List<Expression<Func<SearchEntry, bool>>> either = [];
        if (Names.Parse<LinkStatus>(value) is { } status)
        {
            either.Add(Works(r => r.LinkStatus == status));
        }

        if (Names.Parse<Lifecycle>(value) is { } lifecycle)
        {
            either.Add(e => e.Type == SearchType.Benchmark && benchmarks.Any(b => b.Id == e.ItemId && b.State!.Lifecycle == lifecycle));
        }

        return either.Any();
    }

    /// <summary>The works are found first, and not looked up for each entry.</summary>
    private Expression<Func<SearchEntry, bool>> Works(Expression<Func<Resource, bool>> condition)
    {
        var first = SearchSource.KeyOf(SearchType.Resource, 0);
        var keys = db.Resources.Where(condition).Select(r => first + r.Id);
        return e => keys.Contains(e.Id);
    }
}
