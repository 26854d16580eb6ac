using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>One page of the list of resources, with the values that its filters can take.</summary>
public sealed class ResourceListQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 25;

    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<ResourceListView> RunAsync(ResourceFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var resources = db.Resources.AsNoTracking();

        // Not paged: see FacetGroup.
        var groups = await resources.Matching(new ResourceFilter { Topics = filter.Topics, Text = filter.Text })
            .GroupBy(r => new { r.Kind, r.Level, r.Year, r.LinkStatus })
            .Select(g => new FacetGroup(g.Key.Kind, g.Key.Level, g.Key.Year, g.Key.LinkStatus, g.Count())).ToListAsync(cancellationToken);
        var counts = new FacetCounts(groups, filter);
        var number = PageNumber.Clamp(page, counts.Total, PageSize);
        var items = await resources.Matching(filter).InOrder(filter.Sort).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(r => new ListedResource(
                new ResourceLine(r.Slug, r.Title, r.Kind, r.AuthorNames, r.Year, r.Venue, r.Minutes),
                r.Summary.Html,
                r.Level,
                r.Essential,
                r.Placements.OrderBy(p => p.Topic.Position).Select(p => p.Topic.Title).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return new ResourceListView(
            new Page<ListedResource>(items, number, PageSize, counts.Total),
            await TopicsAsync(db, resources.Matching(filter with { Topics = [] }), cancellationToken), counts);
    }

    /// <returns>All in the order of the path; not paged: topics are a few dozen.</returns>
    private static async Task<List<TopicFacet>> TopicsAsync(
        GuideDb db, IQueryable<Resource> others, CancellationToken cancellationToken)
    {
        var placed = await others.SelectMany(r => r.Placements, (r, p) => new { p.TopicId, r.Id }).Distinct()
            .GroupBy(p => p.TopicId).Select(g => new { Topic = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Topic, g => g.Count, cancellationToken);
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new { t.Id, t.Slug, t.Title }).ToListAsync(cancellationToken);
        return topics.ConvertAll(t => new TopicFacet(t.Slug, t.Title, placed.GetValueOrDefault(t.Id)));
    }
}

/// <param name="Counts">How many each other choice would show.</param>
public sealed record ResourceListView(Page<ListedResource> Resources, IReadOnlyList<TopicFacet> Topics, FacetCounts Counts);

/// <param name="Count">How many of its works the other filters leave.</param>
public sealed record TopicFacet(string Slug, string Title, int Count);

/// <param name="SummaryHtml">Safe HTML.</param>
/// <param name="Topic">The title of the first topic that it is placed in.</param>
public sealed record ListedResource(ResourceLine Resource, string SummaryHtml, ResourceLevel Level, bool Essential, string? Topic);
