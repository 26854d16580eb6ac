using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue;

/// <summary>Everything a topic's page shows, in a fixed number of commands.</summary>
public sealed class TopicPageQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>How many placements the page lists; the rest are one link away, in the list of resources.</summary>
    public const int PlacementsShown = 40;

    /// <returns><c>null</c> when no topic has this slug.</returns>
    public async Task<TopicPageView?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var topics = db.Topics;
        var topic = await db.Topics.AsNoTracking().Where(t => t.Slug == slug)
            .Select(t => new
            {
                t.Id,
                t.Slug,
                t.Title,
                t.Summary,
                t.Objective,
                t.Introduction.Html,
                t.Concepts,
                t.Checks,
                t.Position,
                Stage = t.Stage.Title,
                Topics = topics.Count(),
                Resources = t.Placements.Count,
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (topic is null)
        {
            return null;
        }

        // Neighbours on the path and in the graph, in one command: a topic has a handful.
        var near = await db.Topics.AsNoTracking()
            .Where(t => t.Position == topic.Position - 1 || t.Position == topic.Position + 1)
            .Select(t => new { t.Slug, t.Title, t.Position, Reason = (string?)null, Relation = Relation.Neighbour })
            .Concat(db.Prerequisites.Where(p => p.TopicId == topic.Id)
                .Select(p => new { p.Required.Slug, p.Required.Title, p.Required.Position, Reason = (string?)p.Reason, Relation = Relation.Needed }))
            .Concat(db.Prerequisites.Where(p => p.RequiredId == topic.Id)
                .Select(p => new { p.Topic.Slug, p.Topic.Title, p.Topic.Position, Reason = (string?)p.Reason, Relation = Relation.Unlocked }))
            .ToListAsync(cancellationToken);
        var placements = await db.Placements.AsNoTracking().Where(p => p.TopicId == topic.Id)
            .OrderBy(p => p.Position)
            .Take(PlacementsShown)
            .Select(p => new PlacedResource(
                new ResourceLine(p.Resource.Slug, p.Resource.Title, p.Resource.Kind, p.Resource.AuthorNames, p.Resource.Year, p.Resource.Venue, p.Resource.Minutes),
                p.Role,
                p.Why.Html,
                p.CompanionOf!.Slug))
            .ToListAsync(cancellationToken);

        TopicLink? At(int position) => near.Where(t => t.Relation == Relation.Neighbour && t.Position == position)
            .Select(t => new TopicLink(t.Slug, t.Title)).FirstOrDefault();
        IReadOnlyList<RelatedTopic> In(Relation relation) => [.. near.Where(t => t.Relation == relation)
            .OrderBy(t => t.Position).Select(t => new RelatedTopic(t.Slug, t.Title, t.Reason!))];

        return new TopicPageView(
            topic.Slug, topic.Title, topic.Stage, topic.Position, topic.Topics, topic.Summary, topic.Objective, topic.Html, topic.Concepts, topic.Checks,
            In(Relation.Needed), In(Relation.Unlocked), At(topic.Position - 1), At(topic.Position + 1), placements, topic.Resources);
    }

    private enum Relation
    {
        Neighbour,
        Needed,
        Unlocked,
    }
}

/// <param name="Slug">The topic's.</param>
/// <param name="Title">The topic's.</param>
/// <param name="Stage">The title of its stage.</param>
/// <param name="Position">Its place along the path, from 1.</param>
/// <param name="Topics">How many topics the path has.</param>
/// <param name="Summary">One line.</param>
/// <param name="Objective">What a reader can do afterwards.</param>
/// <param name="IntroductionHtml">Safe HTML.</param>
/// <param name="Concepts">Terms and definitions.</param>
/// <param name="Checks">Questions and answers.</param>
/// <param name="Prerequisites">What to know first, in path order.</param>
/// <param name="Unlocks">What needs this one, in path order.</param>
/// <param name="Before">The topic before it along the path.</param>
/// <param name="After">The topic after it.</param>
/// <param name="Placements">What to read, in order, up to <see cref="TopicPageQuery.PlacementsShown"/>.</param>
/// <param name="Resources">How many placements there are in all.</param>
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
    int Resources)
{
    public IEnumerable<PlacedResource> Essentials => Placements.Where(p => p.Role == PlacementRole.Essential);

    public IEnumerable<PlacedResource> Further => Placements.Where(p => p.Role == PlacementRole.Further);

    public IEnumerable<PlacedResource> CompanionsOf(string resource) => Placements.Where(p => p.CompanionOf == resource);
}

/// <param name="Slug">The other topic's.</param>
/// <param name="Title">The other topic's.</param>
/// <param name="Reason">What of the earlier one the later one uses.</param>
public sealed record RelatedTopic(string Slug, string Title, string Reason);

/// <param name="Resource">What to read.</param>
/// <param name="Role">What it is here.</param>
/// <param name="WhyHtml">Why it is here; safe HTML.</param>
/// <param name="CompanionOf">The slug of the work that it explains.</param>
public sealed record PlacedResource(ResourceLine Resource, PlacementRole Role, string WhyHtml, string? CompanionOf);
