using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning;

/// <summary>The path as far as progress is counted along it: what everybody's progress is a count over.</summary>
public sealed class CourseQuery(IDbContextFactory<GuideDb> databases)
{
    public async Task<Course> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);

        // Not paged: the path is one curated list of a few dozen topics, and each of a few dozen works.
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new { t.Id, t.Slug, t.Title, Stage = t.Stage.Position }).ToListAsync(cancellationToken);
        var needs = (await db.Prerequisites.AsNoTracking().OrderBy(p => p.Required.Position)
            .Select(p => new { p.TopicId, p.RequiredId, p.Reason }).ToListAsync(cancellationToken))
            .ToLookup(p => p.TopicId, p => new CourseNeed(p.RequiredId, p.Reason));
        var essentials = (await db.Placements.AsNoTracking().Where(p => p.Role == PlacementRole.Essential).OrderBy(p => p.Position)
            .Select(p => new
            {
                p.TopicId,
                Work = new CourseWork(
                    p.ResourceId, p.Resource.Slug, p.Resource.Title, p.Resource.Kind, p.Resource.AuthorNames, p.Resource.Year,
                    p.Resource.Venue, p.Minutes ?? p.Resource.Minutes, p.Resource.Url, p.Why.Html),
            })
            .ToListAsync(cancellationToken)).ToLookup(p => p.TopicId, p => p.Work);
        var others = (await db.Placements.AsNoTracking().Where(p => p.Role != PlacementRole.Essential)
            .Select(p => new { p.TopicId, p.ResourceId }).ToListAsync(cancellationToken)).ToLookup(p => p.TopicId, p => p.ResourceId);
        var moved = await db.FormerSlugs.AsNoTracking().Where(f => f.Owner == SlugOwner.Resource)
            .ToDictionaryAsync(f => f.Slug, f => f.Current, StringComparer.Ordinal, cancellationToken);
        return new Course(
            [.. topics.Select(t => new CourseTopic(
                t.Id, t.Slug, t.Title, t.Stage, [.. needs[t.Id]], [.. essentials[t.Id]], [.. others[t.Id]]))],
            moved);
    }
}
