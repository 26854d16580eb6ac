using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Language;
using LlmGuide.Core.Search.Ranking;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search.Running;

/// <summary>One tree, searched for: the catalogue first, then one's own notes, then what was said, the newest first.</summary>
internal sealed class RunSearch
{
    private readonly SearchHits _hits;
    private readonly FoundEntries _entries;
    private readonly WantedWords _wanted;
    private readonly Named _named;
    private readonly SearchType? _type;
    private readonly IReadOnlyList<FoundNote> _notes;
    private readonly IReadOnlyList<int> _comments;

    private RunSearch(
        GuideDb db, SearchNode root, FoundEntries entries, SearchType? type, Named named,
        IReadOnlyDictionary<SearchType, int> counts, IReadOnlyList<FoundNote> notes, IReadOnlyList<int> comments)
    {
        (_entries, _type, _named, _notes, _comments) = (entries, type, named, notes, comments);
        _wanted = new WantedWords(root.Wanted());
        _hits = new SearchHits(db, _wanted);
        Counts = [.. counts.OrderBy(kind => kind.Key).Select(kind => new KindCount(
            kind.Key, kind.Value, kind is { Key: SearchType.Comment, Value: SearchedComments.Most }))];
        Total = type is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum();
    }

    /// <summary>Only kinds of which there is something.</summary>
    public IReadOnlyList<KindCount> Counts { get; }

    /// <summary>How many there are of what is shown.</summary>
    public int Total { get; }

    /// <param name="request">Of one kind alone; all are counted.</param>
    public static async Task<RunSearch> CountedAsync(
        GuideDb db, ITextIndex index, SearchNode root, SearchRequest request, Named named, CancellationToken cancellationToken)
    {
        var entries = new FoundEntries(db, index, SearchPlan<SearchEntry>.Of(root, new SearchedEntries(db, index)));
        var counts = await entries.CountAsync(cancellationToken);
        var said = new SearchedComments(db, index);
        var comments = await said.Newest(SearchPlan<Comment>.Of(root, said)).Select(c => c.Id).ToListAsync(cancellationToken);
        if (comments.Count > 0)
        {
            counts[SearchType.Comment] = comments.Count;
        }

        var notes = request.Reader is { } reader ? await OwnNotes.FindAsync(db, root, reader, cancellationToken) : [];
        if (notes.Count > 0)
        {
            counts[SearchType.Note] = notes.Count;
        }

        return new RunSearch(db, root, entries, request.Type, named, counts, notes, comments);
    }

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var notes = _type is null or SearchType.Note ? _notes : [];
        var comments = _type is null or SearchType.Comment ? _comments : [];
        var entries = Total - notes.Count - comments.Count;
        var some = skip >= entries ? []
            : await _entries.SomeAsync(_type, _wanted, _named, skip, Math.Min(take, entries - skip), cancellationToken);
        var found = (await _hits.OfAsync(some, cancellationToken)).ToList();
        found.AddRange(_hits.Of(notes.Skip(Math.Max(0, skip - entries)).Take(take - found.Count)));
        var ids = comments.Skip(Math.Max(0, skip - entries - notes.Count)).Take(take - found.Count).ToList();
        return [.. found, .. await _hits.OfAsync(ids, cancellationToken)];
    }
}
