using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>Everything a resource's page shows, in a fixed number of commands.</summary>
public sealed class ResourcePageQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>How many works of each relation the page lists.</summary>
    public const int RelatedShown = 8;

    /// <summary>What builds upon a work, or what it builds on, is not shown beyond that.</summary>
    private const int MostRelated = 100;

    /// <returns><c>null</c> when no resource has this slug.</returns>
    public async Task<ResourcePageView?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var relations = db.BuildsOn;
        var resource = await db.Resources.AsNoTracking().Where(r => r.Slug == slug)
            .Select(r => new
            {
                r.Id,
                r.ConversationId,
                Facts = new ResourceFacts(
                    r.Slug, r.Title, r.AlsoKnownAs, r.Kind, r.Url, r.AuthorNames, r.Year, r.Month, r.Venue, r.ArxivId, r.Doi,
                    r.Level, r.Access, r.Minutes, r.Essential, r.InOriginalGuide, r.Summary.Markdown, r.Summary.Html, r.CitationKey,
                    r.LinkStatus, r.LinkCheckedAt, r.ArchiveUrl, r.AddedAt),
                BuiltUponBy = relations.Count(b => b.FoundationId == r.Id),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (resource is null)
        {
            return null;
        }

        // Not paged: a work stands in a handful of topics.
        var places = await db.Placements.AsNoTracking().Where(p => p.ResourceId == resource.Id).OrderBy(p => p.Topic.Position)
            .Select(p => new PlaceOfResource(
                new TopicLink(p.Topic.Slug, p.Topic.Title), p.Role, p.Why.Html, p.CompanionOf!.Slug, p.CompanionOf.Title))
            .ToListAsync(cancellationToken);
        var foundations = await db.BuildsOn.AsNoTracking().Where(b => b.ResourceId == resource.Id).OrderBy(b => b.Position)
            .Select(b => b.Foundation).Select(ResourceLine.Of).Take(MostRelated).ToListAsync(cancellationToken);
        var followers = await db.BuildsOn.AsNoTracking().Where(b => b.FoundationId == resource.Id)
            .Select(b => b.Resource).OrderByDescending(r => r.Essential).ThenBy(r => r.Year).ThenBy(r => r.Id)
            .Select(ResourceLine.Of).Take(MostRelated).ToListAsync(cancellationToken);
        var companions = await db.Placements.AsNoTracking().Where(p => p.CompanionOfId == resource.Id)
            .OrderBy(p => p.Topic.Position).ThenBy(p => p.Position)
            .Select(p => new PlacedResource(
                new ResourceLine(
                    p.Resource.Slug, p.Resource.Title, p.Resource.Kind, p.Resource.AuthorNames,
                    p.Resource.Year, p.Resource.Venue, p.Resource.Minutes),
                p.Role,
                p.Why.Html,
                slug))
            .Take(RelatedShown)
            .ToListAsync(cancellationToken);
        return new ResourcePageView(
            resource.Facts, places, foundations, followers, resource.BuiltUponBy,
            [.. companions.DistinctBy(c => c.Resource.Slug)], resource.ConversationId);
    }
}

/// <param name="Followers">What builds upon it; the first few.</param>
public sealed record ResourcePageView(
    ResourceFacts Facts,
    IReadOnlyList<PlaceOfResource> Places,
    IReadOnlyList<ResourceLine> Foundations,
    IReadOnlyList<ResourceLine> Followers,
    int FollowersInAll,
    IReadOnlyList<PlacedResource> Companions,
    int ConversationId);

/// <summary>All that is known of a work; each field as <see cref="Resource"/> has it.</summary>
public sealed record ResourceFacts(
    string Slug,
    string Title,
    string? AlsoKnownAs,
    ResourceKind Kind,
    string Url,
    string AuthorNames,
    int? Year,
    int? Month,
    string? Venue,
    string? ArxivId,
    string? Doi,
    ResourceLevel Level,
    ResourceAccess Access,
    int Minutes,
    bool Essential,
    bool InOriginalGuide,
    string SummaryMarkdown,
    string SummaryHtml,
    string CitationKey,
    LinkStatus LinkStatus,
    DateTimeOffset? LinkCheckedAt,
    string? ArchiveUrl,
    DateTimeOffset AddedAt)
{
    public IReadOnlyList<string> Authors => AuthorNames.Split(Resource.AuthorSeparator, StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="WhyHtml">Why it is there; safe HTML.</param>
/// <param name="CompanionOf">The slug of the work that it explains there.</param>
/// <param name="CompanionOfTitle">The title of that work.</param>
public sealed record PlaceOfResource(TopicLink Topic, PlacementRole Role, string WhyHtml, string? CompanionOf, string? CompanionOfTitle);
