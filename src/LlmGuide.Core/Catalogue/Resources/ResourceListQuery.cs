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
        var found = db.Resources.AsNoTracking().Matching(filter);
        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var items = await found.InOrder(filter.Sort).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(r => new ListedResource(
                new ResourceLine(r.Slug, r.Title, r.Kind, r.AuthorNames, r.Year, r.Venue, r.Minutes),
                r.Summary.Html,
                r.Level,
                r.Essential,
                r.Placements.OrderBy(p => p.Topic.Position).Select(p => p.Topic.Title).FirstOrDefault()))
            .ToListAsync(cancellationToken);

        // Not paged: topics are a few dozen, years fewer.
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new TopicLink(t.Slug, t.Title)).ToListAsync(cancellationToken);
        var years = await db.Resources.AsNoTracking().Where(r => r.Year != null).Select(r => r.Year!.Value).Distinct()
            .OrderByDescending(y => y).ToListAsync(cancellationToken);
        return new ResourceListView(new Page<ListedResource>(items, number, PageSize, total), topics, years);
    }
}

public sealed record ResourceListView(Page<ListedResource> Resources, IReadOnlyList<TopicLink> Topics, IReadOnlyList<int> Years);

/// <param name="SummaryHtml">Safe HTML.</param>
/// <param name="Topic">The title of the first topic that it is placed in.</param>
public sealed record ListedResource(ResourceLine Resource, string SummaryHtml, ResourceLevel Level, bool Essential, string? Topic);
