using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>The resources as those see them who keep them in order: removed ones too, and a row for a table.</summary>
public sealed class CuratedResourcesQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;
    public const int MostRows = 200;

    /// <param name="filter">What to show, and in which order.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    /// <param name="size">Rows on a page; at most <see cref="MostRows"/>.</param>
    public async Task<Page<CuratedResource>> RunAsync(CuratedFilter filter, long page, int size, CancellationToken cancellationToken)
    {
        size = Math.Clamp(size, 1, MostRows);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var found = Found(db, filter);
        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, size);
        var placements = db.Placements.IgnoreQueryFilters([CatalogueTables.Listed]);
        var rows = await Ordered(found, filter).Skip((number - 1) * size).Take(size)
            .Select(r => new CuratedResource(
                r.Id, r.Version, r.Slug, r.Title, r.Kind, r.Level, r.Year,
                placements.Where(p => p.ResourceId == r.Id).OrderBy(p => p.Topic.Position).Select(p => p.Topic.Title).FirstOrDefault(),
                placements.Where(p => p.ResourceId == r.Id).OrderBy(p => p.Topic.Position)
                    .Select(p => (PlacementRole?)p.Role).FirstOrDefault(),
                r.LinkStatus, r.Conversation.Comments, r.RemovedAt != null, r.LookedAt ?? r.AddedAt))
            .ToListAsync(cancellationToken);
        return new Page<CuratedResource>(rows, number, size, total);
    }

    /// <returns>The topics in the order of the path. Not paged: a few dozen.</returns>
    public async Task<IReadOnlyList<TopicLink>> TopicsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new TopicLink(t.Slug, t.Title)).ToListAsync(cancellationToken);
    }

    private static IQueryable<Resource> Found(GuideDb db, CuratedFilter filter)
    {
        var all = db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking()
            .Matching(new ResourceFilter
            {
                Kinds = filter.Kind is { } kind ? [kind] : [],
                Levels = filter.Level is { } level ? [level] : [],
                Statuses = filter.Link is { } link ? [link] : [],
                Text = filter.Text,
            });
        if (filter.Topic is { } topic)
        {
            all = all.Where(r => r.Placements.Any(p => p.Topic.Slug == topic));
        }

        if (filter.LookedBefore is { } before)
        {
            all = all.Where(r => (r.LookedAt ?? r.AddedAt) < before);
        }

        if (filter.Imported)
        {
            // An import adds works without a revision, and the seed was there before it.
            var first = db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]);
            all = all.Where(r => r.Version == 0 && r.LookedAt == null && r.AddedAt > first.Min(one => one.AddedAt));
        }

        return filter.Removed is { } removed ? all.Where(r => r.RemovedAt != null == removed) : all;
    }

    // Every order ends in the id, so that pages never overlap.
    private static IOrderedQueryable<Resource> Ordered(IQueryable<Resource> found, CuratedFilter filter) =>
        (filter.Sort, filter.Descending) switch
        {
            (CuratedSort.Title, false) => found.OrderBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Title, true) => found.OrderByDescending(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Kind, false) => found.OrderBy(r => r.Kind).ThenBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Kind, true) => found.OrderByDescending(r => r.Kind).ThenBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Level, false) => found.OrderBy(r => r.Level).ThenBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Level, true) => found.OrderByDescending(r => r.Level).ThenBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Year, false) => found.OrderBy(r => r.Year).ThenBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Year, true) => found.OrderByDescending(r => r.Year).ThenBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Comments, false) => found.OrderBy(r => r.Conversation.Comments).ThenBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Comments, true) => found.OrderByDescending(r => r.Conversation.Comments).ThenBy(r => r.Title).ThenBy(r => r.Id),
            (CuratedSort.Looked, false) => found.OrderBy(r => r.LookedAt ?? r.AddedAt).ThenBy(r => r.Id),
            (CuratedSort.Looked, true) => found.OrderByDescending(r => r.LookedAt ?? r.AddedAt).ThenBy(r => r.Id),
            (_, false) => found.OrderBy(r => r.Id),
            _ => found.OrderByDescending(r => r.Id),
        };
}

/// <summary>What to show of the table; each <c>null</c> stands for "all".</summary>
/// <param name="Text">In a title, another name, the slug or the authors.</param>
/// <param name="Topic">Placed in the topic with this slug.</param>
/// <param name="Link">What the last look at the link said.</param>
/// <param name="LookedBefore">Not looked at since then.</param>
/// <param name="Descending">From the last to the first.</param>
public sealed record CuratedFilter(
    string? Text = null,
    string? Topic = null,
    ResourceKind? Kind = null,
    ResourceLevel? Level = null,
    LinkStatus? Link = null,
    bool? Removed = null,
    DateTimeOffset? LookedBefore = null,
    CuratedSort Sort = CuratedSort.Path,
    bool Descending = false)
{
    /// <summary>Whether only those that came with a list, and that nobody has edited or confirmed since.</summary>
    public bool Imported { get; init; }
}

public enum CuratedSort
{
    /// <summary>In the order of the path.</summary>
    Path,
    Title,
    Kind,
    Level,
    Year,
    Comments,

    /// <summary>Those first that nobody has looked at for longest.</summary>
    Looked,
}

/// <param name="Version">See <see cref="Revisions.IRevised.Version"/>.</param>
/// <param name="Topic">The title of the first topic that it stands in.</param>
/// <param name="Link">What the last look at the link said.</param>
/// <param name="LookedAt">When somebody last said that it is still good.</param>
public sealed record CuratedResource(
    int Id,
    int Version,
    string Slug,
    string Title,
    ResourceKind Kind,
    ResourceLevel Level,
    int? Year,
    string? Topic,
    PlacementRole? Role,
    LinkStatus Link,
    int Comments,
    bool Removed,
    DateTimeOffset LookedAt);
