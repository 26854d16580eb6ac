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
        GuideDb db, SearchNode root, FoundEntries entries, SearchType? type, Named named, IReadOnlyList<FoundNote> notes,
        IReadOnlyList<int> comments)
    {
        (_entries, _type, _named, _notes, _comments) = (entries, type, named, notes, comments);
        _wanted = new WantedWords(root.Wanted());
        _hits = new SearchHits(db, _wanted);
        KindCount[] said =
        [
            new(SearchType.Comment, comments.Count, comments.Count == SearchedComments.Most), new(SearchType.Note, notes.Count),
        ];
        Counts = [.. entries.Counts, .. said.Where(kind => kind.Count > 0)];
        Entries = entries.Counts.Where(kind => type is null || kind.Type == type).Sum(kind => kind.Count);
        Total = Counts.Where(kind => type is null || kind.Type == type).Sum(kind => kind.Count);
    }

    /// <summary>Only kinds of which there is something.</summary>
    public IReadOnlyList<KindCount> Counts { get; }

    /// <summary>How many there are of what is shown.</summary>
    public int Total { get; }

    /// <summary>How many of them are of the catalogue.</summary>
    private int Entries { get; }

    /// <param name="request">Of one kind alone; all are counted.</param>
    /// <param name="said">Whose comments and notes are shown instead; <c>null</c> to look for them too.</param>
    public static async Task<RunSearch> CountedAsync(
        GuideDb db, ITextIndex index, SearchNode root, SearchRequest request, Named named, RunSearch? said,
        CancellationToken cancellationToken)
    {
        var entries = await FoundEntries.FindAsync(
            db, index, SearchPlan<SearchEntry>.Of(root, new SearchedEntries(db, index)), named, cancellationToken);
        if (said is not null)
        {
            return new RunSearch(db, root, entries, request.Type, named, said._notes, said._comments);
        }

        var searched = new SearchedComments(db, index);
        var comments = await searched.Newest(SearchPlan<Comment>.Of(root, searched)).Select(c => c.Id).ToListAsync(cancellationToken);
        var notes = request.Reader is { } reader ? await OwnNotes.FindAsync(db, root, reader, cancellationToken) : [];
        return new RunSearch(db, root, entries, request.Type, named, notes, comments);
    }

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var notes = _type is null or SearchType.Note ? _notes : [];
        var comments = _type is null or SearchType.Comment ? _comments : [];
        var some = skip >= Entries ? []
            : await _entries.SomeAsync(_type, _wanted, _named, skip, Math.Min(take, Entries - skip), cancellationToken);
        var found = (await _hits.OfAsync(some, cancellationToken)).ToList();
        found.AddRange(_hits.Of(notes.Skip(Math.Max(0, skip - Entries)).Take(take - found.Count)));
        var ids = comments.Skip(Math.Max(0, skip - Entries - notes.Count)).Take(take - found.Count).ToList();
        return [.. found, .. await _hits.OfAsync(ids, cancellationToken)];
    }
}
