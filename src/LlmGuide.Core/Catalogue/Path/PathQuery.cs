using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path;

/// <summary>Everything the home page shows: the whole path, where to start, and what is new.</summary>
public sealed class PathQuery(IDbContextFactory<GuideDb> databases)
{
    private const int NewestShown = 4;

    public async Task<PathView> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);

        // Not paged: the path is one curated page, a few dozen topics.
        var stages = await db.Stages.AsNoTracking().OrderBy(s => s.Position).ToListAsync(cancellationToken);
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new { t.Id, t.StageId, t.Slug, t.Title, t.Summary })
            .ToListAsync(cancellationToken);
        var requires = (await db.Prerequisites.AsNoTracking().OrderBy(p => p.Required.Position)
                .Select(p => new { Topic = p.Topic.Slug, Required = p.Required.Slug })
                .ToListAsync(cancellationToken))
            .GroupBy(p => p.Topic, p => p.Required, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g], StringComparer.Ordinal);
        var counts = await db.Placements.AsNoTracking().GroupBy(p => p.TopicId)
            .Select(g => new
            {
                g.Key,
                Essentials = g.Count(p => p.Role == PlacementRole.Essential),
                Minutes = g.Sum(p => p.Role == PlacementRole.Essential ? p.Minutes ?? p.Resource.Minutes : 0),
                Resources = g.Count(),
            })
            .ToDictionaryAsync(c => c.Key, cancellationToken);
        var start = await db.Placements.AsNoTracking().Where(p => p.Role == PlacementRole.Essential)
            .OrderBy(p => p.Topic.Position).ThenBy(p => p.Position)
            .Select(p => new ReadNext(
                new ResourceLine(
                    p.Resource.Slug, p.Resource.Title, p.Resource.Kind, p.Resource.AuthorNames,
                    p.Resource.Year, p.Resource.Venue, p.Minutes ?? p.Resource.Minutes),
                p.Resource.Url,
                p.Why.Html,
                new TopicLink(p.Topic.Slug, p.Topic.Title)))
            .FirstOrDefaultAsync(cancellationToken);
        var newest = await NewestAsync(db, cancellationToken);

        var place = topics.Select((t, i) => (t.Slug, Index: i)).ToDictionary(t => t.Slug, t => t.Index, StringComparer.Ordinal);
        var map = PathMap.Layout([.. topics.Select(t => Nearest(t.Slug, requires, place))]);
        var stops = topics.Select((topic, index) => (topic.StageId, Stop: new PathStop(
                topic.Slug,
                topic.Title,
                topic.Summary,
                [.. (requires.GetValueOrDefault(topic.Slug) ?? []).Select(slug => topics[place[slug]].Title)],
                counts.GetValueOrDefault(topic.Id)?.Essentials ?? 0,
                counts.GetValueOrDefault(topic.Id)?.Minutes ?? 0,
                counts.GetValueOrDefault(topic.Id)?.Resources ?? 0,
                map[index])))
            .ToLookup(t => t.StageId, t => t.Stop);
        return new PathView([.. stages.Select(s => new PathStage(s.Position, s.Title, s.Summary, [.. stops[s.Id]]))], start, newest);
    }

    // Ordered by all four at once, SQLite reads every work: with a million of them for 0.76 s. Since when the newest are there, the index
    // says in 0.3 ms, and only those are ordered.
    private static Task<List<ResourceLine>> NewestAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var all = db.Resources.AsNoTracking();
        return all.Where(r => r.AddedAt >= all.OrderByDescending(o => o.AddedAt).Take(NewestShown).Min(o => (DateTimeOffset?)o.AddedAt))
            .OrderByDescending(r => r.AddedAt)
            .ThenByDescending(r => r.Year).ThenByDescending(r => r.Month).ThenByDescending(r => r.Id)
            .Select(ResourceLine.Of).Take(NewestShown).ToListAsync(cancellationToken);
    }

    private static int? Nearest(string topic, Dictionary<string, IReadOnlyList<string>> requires, Dictionary<string, int> place)
    {
        var direct = TopicGraph.Direct(topic, requires);
        return direct.Count == 0 ? null : direct.Max(slug => place[slug]);
    }
}

public sealed record PathView(IReadOnlyList<PathStage> Stages, ReadNext? Start, IReadOnlyList<ResourceLine> Newest)
{
    public int Topics => Stages.Sum(s => s.Stops.Count);

    public int Essentials => Stages.Sum(s => s.Stops.Sum(t => t.Essentials));

    /// <summary>How long the essentials take together.</summary>
    public int Minutes => Stages.Sum(s => s.Stops.Sum(t => t.Minutes));
}

public sealed record PathStage(int Number, string Title, string Summary, IReadOnlyList<PathStop> Stops);

/// <param name="After">The titles of all its prerequisites, in path order.</param>
/// <param name="Essentials">How many essentials it has.</param>
public sealed record PathStop(
    string Slug, string Title, string Summary, IReadOnlyList<string> After, int Essentials, int Minutes, int Resources, MapRow Map);

/// <summary>The work to open next, and why.</summary>
public sealed record ReadNext(ResourceLine Resource, string Url, string WhyHtml, TopicLink Topic);
