using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>The resources, for programs.</summary>
public sealed class ResourceApiQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="filter">Which resources; the order is always that of the ids.</param>
    /// <param name="after">The id to go on after.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    public async Task<Batch<ResourceResponse>> BatchAsync(ResourceFilter filter, int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = db.Resources.AsNoTracking().Matching(filter);
        var rows = await RowsAsync(found.Where(r => r.Id > after).OrderBy(r => r.Id).Take(limit + 1), cancellationToken);
        var batch = rows.ToBatch(limit, r => r.Id, await found.CountAsync(cancellationToken));
        return new Batch<ResourceResponse>([.. batch.Items.Select(r => r.Record)], batch.Next, batch.Total);
    }

    /// <returns><c>null</c> when no resource has this slug.</returns>
    public async Task<ResourceResponse?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await RowsAsync(db.Resources.AsNoTracking().Where(r => r.Slug == slug), cancellationToken)).SingleOrDefault()?.Record;
    }

    private static async Task<List<Row>> RowsAsync(IQueryable<Resource> resources, CancellationToken cancellationToken)
    {
        var rows = await resources.Select(r => new
        {
            r.Id,
            Resource = r,
            Topics = r.Placements.OrderBy(p => p.Topic.Position).Select(p => p.Topic.Slug).ToList(),
            BuildsOn = r.Foundations.OrderBy(b => b.Position).Select(b => b.Foundation.Slug).ToList(),
            CompanionOf = r.Placements.Where(p => p.CompanionOfId != null)
                .OrderBy(p => p.Topic.Position).Select(p => p.CompanionOf!.Slug).FirstOrDefault(),
        })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Row(row.Id, Record(row.Resource, row.Topics, row.BuildsOn, row.CompanionOf)))];
    }

    private static ResourceResponse Record(
        Resource r, IReadOnlyList<string> topics, IReadOnlyList<string> buildsOn, string? companionOf) => new(
            r.Slug, r.Title, r.Kind.ToSlug(), r.Url, r.AuthorNames.Split(Resource.AuthorSeparator, StringSplitOptions.RemoveEmptyEntries),
            r.Year, r.Month, r.Venue, r.ArxivId, r.Doi,
            r.Level.ToSlug(), r.Minutes, r.Essential, r.Access.ToSlug(), r.Summary.Markdown, topics, buildsOn, companionOf,
            new LinkResponse(r.LinkStatus.ToSlug(), r.LinkCheckedAt, r.ArchiveUrl),
            r.CitationKey, r.AlsoKnownAs, r.InOriginalGuide, r.AddedAt);

    private sealed record Row(int Id, ResourceResponse Record);
}

/// <summary>A resource as programs see it; the summary is Markdown.</summary>
public sealed record ResourceResponse(
    string Slug,
    string Title,
    string Kind,
    string Url,
    IReadOnlyList<string> Authors,
    int? Year,
    int? Month,
    string? Venue,
    string? ArxivId,
    string? Doi,
    string Level,
    int Minutes,
    bool Essential,
    string Access,
    string Summary,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> BuildsOn,
    string? CompanionOf,
    LinkResponse Link,
    string CitationKey,
    string? AlsoKnownAs,
    bool InOriginalGuide,
    DateTimeOffset AddedAt);

public sealed record LinkResponse(string Status, DateTimeOffset? CheckedAt, string? ArchiveUrl);
