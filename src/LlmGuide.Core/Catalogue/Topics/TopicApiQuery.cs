using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Figures;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics;

/// <summary>The topics, for programs.</summary>
public sealed class TopicApiQuery(IDbContextFactory<GuideDb> databases, FigureLibrary figures)
{
    /// <param name="after">The position to go on after.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    public async Task<Batch<TopicResponse>> BatchAsync(int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Records(
            db, db.Topics.AsNoTracking().Where(t => t.Position > after).OrderBy(t => t.Position).Take(limit + 1), cancellationToken);
        return rows.ToBatch(limit, t => t.Position, await db.Topics.CountAsync(cancellationToken));
    }

    /// <returns><c>null</c> when no topic has this slug.</returns>
    public async Task<TopicResponse?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await Records(db, db.Topics.AsNoTracking().Where(t => t.Slug == slug), cancellationToken)).SingleOrDefault();
    }

    private async Task<List<TopicResponse>> Records(GuideDb db, IQueryable<Topic> topics, CancellationToken cancellationToken)
    {
        var prerequisites = db.Prerequisites;
        var rows = await topics.Select(t => new
        {
            t.Slug,
            t.Title,
            Stage = t.Stage.Slug,
            t.Position,
            t.Summary,
            t.Objective,
            t.Introduction.Markdown,
            t.Introduction.Html,
            t.Concepts,
            t.Checks,
            t.CheckedAt,
            Prerequisites = t.Prerequisites.OrderBy(p => p.Required.Position)
                .Select(p => new PrerequisiteResponse(p.Required.Slug, p.Reason)).ToList(),
            Unlocks = prerequisites.Where(p => p.RequiredId == t.Id).OrderBy(p => p.Topic.Position).Select(p => p.Topic.Slug).ToList(),
            Resources = t.Placements.OrderBy(p => p.Position)
                .Select(p => new PlacementResponse(
                    p.Resource.Slug, p.Role.ToSlug(), p.Why.Markdown, p.Position, p.CompanionOf!.Slug, p.Minutes))
                .ToList(),
        })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(t => new TopicResponse(
            t.Slug, t.Title, t.Stage, t.Position, t.Summary, t.Objective, t.Markdown, [.. t.Concepts.Select(c => c.Term)],
            [.. t.Concepts.Select(c => new ConceptResponse(c.Term, c.Definition.Markdown))], t.Prerequisites, t.Unlocks, t.Resources,
            [.. t.Checks.Select(CheckResponse.From)], [.. figures.In(t.Html).Select(FigureResponse.From)], t.CheckedAt))];
    }
}

/// <summary>A topic as programs see it; the texts are Markdown.</summary>
/// <param name="CheckedAt">The day on which somebody last compared what it says with its sources.</param>
public sealed record TopicResponse(
    string Slug,
    string Title,
    string Stage,
    int Position,
    string Summary,
    string Objective,
    string Introduction,
    IReadOnlyList<string> Concepts,
    IReadOnlyList<ConceptResponse> Glossary,
    IReadOnlyList<PrerequisiteResponse> Prerequisites,
    IReadOnlyList<string> Unlocks,
    IReadOnlyList<PlacementResponse> Resources,
    IReadOnlyList<CheckResponse> Checks,
    IReadOnlyList<FigureResponse> Figures,
    DateOnly? CheckedAt);

public sealed record ConceptResponse(string Term, string Definition);

public sealed record PrerequisiteResponse(string Slug, string Reason);

/// <param name="Minutes">How long the part takes that is used here; <c>null</c> where that is all of it.</param>
public sealed record PlacementResponse(string Slug, string Role, string Why, int Position, string? CompanionOf, int? Minutes);

/// <param name="Slug">What it is known by within its topic.</param>
/// <param name="After">The slug of the work after which it can be answered, or <c>introduction</c>.</param>
/// <param name="Minutes">How long an answer takes; <c>null</c> where nobody said so.</param>
public sealed record CheckResponse(string Slug, string Kind, string Objective, string After, int? Minutes, string Question)
{
    public static CheckResponse From(SelfCheck check) =>
        new(check.Slug, check.Kind.ToSlug(), check.Objective, check.After ?? "introduction", check.Minutes, check.Question.Markdown);
}

/// <param name="Slug">As <c>![caption](figure:slug)</c> in the introduction names it.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What is to be seen, in words.</param>
/// <param name="Url">The drawing, from the root of the site.</param>
public sealed record FigureResponse(string Slug, string Title, string Description, string Url)
{
    public static FigureResponse From(Figure figure) => new(figure.Slug, figure.Title, figure.Description, $"/figures/{figure.Slug}.svg");
}
