using System.Globalization;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Ranking;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search.Running;

/// <summary>What a list says of each thing that was found: one page of them.</summary>
internal sealed class SearchHits(GuideDb db, WantedWords wanted)
{
    private const int TopicsNamed = 3;

    public async Task<IReadOnlyList<SearchHit>> OfAsync(
        IReadOnlyList<FoundEntry> found, CancellationToken cancellationToken)
    {
        var entries = found.Select(one => one.Entry).ToList();
        var ids = Ids(entries, SearchType.Resource);
        var lines = ids.Count == 0 ? [] : await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(ResourceLine.Of).ToDictionaryAsync(r => r.Slug, StringComparer.Ordinal, cancellationToken);
        var places = await PlacesAsync(entries, cancellationToken);
        var bodies = await BodiesAsync(entries, cancellationToken);
        return [.. found.Select(one => new SearchHit(
            Match(one.Entry, bodies.GetValueOrDefault(one.Entry.Id, ""), one.Score),
            one.Entry.Type == SearchType.Resource ? lines.GetValueOrDefault(one.Entry.Slug) : null)
        {
            Place = places.GetValueOrDefault(one.Entry.Id),
        })];
    }

    public IEnumerable<SearchHit> Of(IEnumerable<FoundNote> notes) => notes.Select(note => new SearchHit(
        new TextMatch(SearchType.Note, note.Slug, note.Title, Passage.Of(note.Markdown, wanted), 0), null)
    {
        Place = note.Title,
        Note = new NoteFacts(note.On, note.Slug, note.NotedAt),
    });

    /// <param name="ids">Of comments.</param>
    public async Task<IReadOnlyList<SearchHit>> OfAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var members = db.Members;
        var comments = ids.Count == 0 ? [] : await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Join(db.Conversations, c => c.ConversationId, s => s.Id, (c, s) => new
            {
                c.Id,
                s.Title,
                c.Body.Markdown,
                c.CreatedAt,
                Author = members.Where(m => m.Id == c.AuthorId).Select(m => m.UserName).FirstOrDefault(),
            })
            .OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
        return [.. comments.Select(c => new SearchHit(
            new TextMatch(
                SearchType.Comment, c.Id.ToString(CultureInfo.InvariantCulture), c.Title, Passage.Of(c.Markdown, wanted), 0), null)
        {
            Place = c.Title,
            Comment = new CommentFacts(c.Author, c.CreatedAt),
        })];
    }

    /// <summary>Of what says it there alone, and can be read there.</summary>
    private async Task<Dictionary<long, string>> BodiesAsync(List<Candidate> entries, CancellationToken cancellationToken)
    {
        var needed = entries.Where(entry => entry.Type is SearchType.Topic or SearchType.Task && !Says(entry.Summary))
            .Select(entry => entry.Id).ToList();
        return needed.Count == 0 ? [] : await db.SearchEntries.AsNoTracking().Where(e => needed.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, e => e.Body, cancellationToken);
    }

    /// <summary>Where each stands.</summary>
    private async Task<Dictionary<long, string>> PlacesAsync(List<Candidate> entries, CancellationToken cancellationToken)
    {
        var (topics, works, benchmarks) =
            (Ids(entries, SearchType.Topic), Ids(entries, SearchType.Resource), Ids(entries, SearchType.Benchmark));
        var places = new Dictionary<long, string>();
        if (topics.Count > 0)
        {
            foreach (var topic in await db.Topics.AsNoTracking().Where(t => topics.Contains(t.Id))
                .Select(t => new { t.Id, t.Stage.Title }).ToListAsync(cancellationToken))
            {
                places[SearchSource.KeyOf(SearchType.Topic, topic.Id)] = topic.Title;
            }
        }

        if (works.Count > 0)
        {
            var placed = await db.Placements.AsNoTracking().Where(p => works.Contains(p.ResourceId))
                .OrderBy(p => p.Topic.Position).Select(p => new { p.ResourceId, p.Topic.Title }).ToListAsync(cancellationToken);
            foreach (var work in placed.GroupBy(p => p.ResourceId))
            {
                places[SearchSource.KeyOf(SearchType.Resource, work.Key)] = string.Join(", ", work.Select(p => p.Title).Take(TopicsNamed));
            }
        }

        if (benchmarks.Count > 0)
        {
            foreach (var benchmark in await db.Benchmarks.AsNoTracking().Where(b => benchmarks.Contains(b.Id))
                .Select(b => new { b.Id, b.Task.Name }).ToListAsync(cancellationToken))
            {
                places[SearchSource.KeyOf(SearchType.Benchmark, benchmark.Id)] = benchmark.Name;
            }
        }

        return places;
    }

    private TextMatch Match(Candidate entry, string body, double score)
    {
        // The passage that says it, or the first that there is. What is kept of other kinds besides is no text to read.
        var text = Says(body) ? body : entry.Summary;
        var passage = entry.Type == SearchType.Model ? "" : Passage.Of(text, wanted);
        return new TextMatch(entry.Type, entry.Slug, Passage.Marked(entry.Title, wanted), passage, score)
        {
            Alias = Says(entry.Title) ? null : entry.Names.Split(SearchEntry.Separator).FirstOrDefault(Says),
        };
    }

    private bool Says(string text) => wanted.Places(FoldedWords.Of(text)).Any();

    private static List<int> Ids(List<Candidate> entries, SearchType type) =>
        [.. entries.Where(e => e.Type == type).Select(e => e.ItemId)];
}
