using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics;

/// <summary>Everything a topic's page shows, in a fixed number of commands.</summary>
public sealed class TopicPageQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>
    /// How many placements the page lists; the rest are one link away, in the list of resources. Half as many again as the fullest
    /// topic of the seed: a topic is a few works that somebody chose, and a list that is longer helps nobody to begin.
    /// </summary>
    public const int PlacementsShown = 30;

    // Compiled, since this is the page that most readers open: EF Core would compare each query with those it knows on every
    // request, which costs about as much as the query. (Set<T>(): an expression cannot hold an extension property.
    // Not static: a compiled query belongs to the model of one database.)
    private readonly Func<GuideDb, string, CancellationToken, Task<Head?>> _headOf = EF.CompileAsyncQuery(
        (GuideDb db, string slug, CancellationToken _) =>
            db.Set<Topic>().AsNoTracking().Where(t => t.Slug == slug)
                .Select(t => new Head(
                    t.Id, t.Slug, t.Title, t.Stage.Title, t.Position, db.Set<Topic>().Count(), t.Summary,
                    t.Objective, t.Introduction.Html, t.Concepts, t.Checks, t.Placements.Count, t.CheckedAt, t.ConversationId))
                .FirstOrDefault());

    private readonly Func<GuideDb, int, IAsyncEnumerable<Edge>> _edgesOf = EF.CompileAsyncQuery((GuideDb db, int id) =>
        db.Set<Prerequisite>().AsNoTracking().Where(p => p.TopicId == id || p.RequiredId == id)
            .Select(p => new Edge(
                p.Topic.Slug, p.Topic.Title, p.Topic.Position, p.RequiredId,
                p.Required.Slug, p.Required.Title, p.Required.Position, p.Reason)));

    private readonly Func<GuideDb, int, IAsyncEnumerable<Neighbour>> _neighboursOf = EF.CompileAsyncQuery((GuideDb db, int position) =>
        db.Set<Topic>().AsNoTracking().Where(t => t.Position == position - 1 || t.Position == position + 1)
            .Select(t => new Neighbour(t.Position, t.Slug, t.Title)));

    private readonly Func<GuideDb, int, IAsyncEnumerable<PlacedResource>> _placementsOf = EF.CompileAsyncQuery((GuideDb db, int id) =>
        db.Set<Placement>().AsNoTracking().Where(p => p.TopicId == id).OrderBy(p => p.Position).ThenBy(p => p.Id).Take(PlacementsShown)
            .Select(p => new PlacedResource(
                new ResourceLine(
                    p.Resource.Slug, p.Resource.Title, p.Resource.Kind, p.Resource.AuthorNames,
                    p.Resource.Year, p.Resource.Venue, p.Minutes ?? p.Resource.Minutes),
                p.Role,
                p.Why.Html,
                p.CompanionOf!.Slug)));

    /// <returns><c>null</c> when no topic has this slug.</returns>
    public async Task<TopicPageView?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await _headOf(db, slug, cancellationToken) is not { } topic)
        {
            return null;
        }

        var edges = await _edgesOf(db, topic.Id).ToListAsync(cancellationToken);
        var neighbours = await _neighboursOf(db, topic.Position).ToListAsync(cancellationToken);
        var placements = await _placementsOf(db, topic.Id).ToListAsync(cancellationToken);
        return new TopicPageView(
            topic.Slug, topic.Title, topic.Stage, topic.Position, topic.Topics, topic.Summary,
            topic.Objective, topic.IntroductionHtml, topic.Concepts, topic.Checks,
            [.. edges.Where(e => e.RequiredId != topic.Id).OrderBy(e => e.RequiredPosition)
                .Select(e => new RelatedTopic(e.RequiredSlug, e.RequiredTitle, e.Reason))],
            [.. edges.Where(e => e.RequiredId == topic.Id).OrderBy(e => e.Position)
                .Select(e => new RelatedTopic(e.Slug, e.Title, e.Reason))],
            At(topic.Position - 1), At(topic.Position + 1), placements, topic.Resources, topic.CheckedAt, topic.ConversationId);

        TopicLink? At(int position) =>
            neighbours.Find(n => n.Position == position) is { } found ? new TopicLink(found.Slug, found.Title) : null;
    }

    private sealed record Head(
        int Id,
        string Slug,
        string Title,
        string Stage,
        int Position,
        int Topics,
        string Summary,
        string Objective,
        string IntroductionHtml,
        IReadOnlyList<Concept> Concepts,
        IReadOnlyList<SelfCheck> Checks,
        int Resources,
        DateOnly? CheckedAt,
        int ConversationId);

    private sealed record Edge(
        string Slug, string Title, int Position, int RequiredId, string RequiredSlug,
        string RequiredTitle, int RequiredPosition, string Reason);

    private sealed record Neighbour(int Position, string Slug, string Title);
}

/// <param name="Position">Its place along the path, from 1.</param>
/// <param name="IntroductionHtml">Safe HTML.</param>
/// <param name="Prerequisites">What to know first, in path order.</param>
/// <param name="Unlocks">What needs this one, in path order.</param>
/// <param name="Before">The topic before it along the path.</param>
/// <param name="CheckedAt">The day on which somebody last compared what it says with its sources.</param>
/// <param name="Placements">What to read, in order, up to <see cref="TopicPageQuery.PlacementsShown"/>.</param>
public sealed record TopicPageView(
    string Slug,
    string Title,
    string Stage,
    int Position,
    int Topics,
    string Summary,
    string Objective,
    string IntroductionHtml,
    IReadOnlyList<Concept> Concepts,
    IReadOnlyList<SelfCheck> Checks,
    IReadOnlyList<RelatedTopic> Prerequisites,
    IReadOnlyList<RelatedTopic> Unlocks,
    TopicLink? Before,
    TopicLink? After,
    IReadOnlyList<PlacedResource> Placements,
    int Resources,
    DateOnly? CheckedAt,
    int ConversationId)
{
    public IEnumerable<PlacedResource> Essentials => Placements.Where(p => p.Role == PlacementRole.Essential);

    public IEnumerable<PlacedResource> Further => Placements.Where(p => p.Role == PlacementRole.Further);

    public IEnumerable<PlacedResource> CompanionsOf(string resource) => Placements.Where(p => p.CompanionOf == resource);
}

public sealed record RelatedTopic(string Slug, string Title, string Reason);

/// <param name="WhyHtml">Why it is here; safe HTML.</param>
/// <param name="CompanionOf">The slug of the work that it explains.</param>
public sealed record PlacedResource(ResourceLine Resource, PlacementRole Role, string WhyHtml, string? CompanionOf);
