using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>The path as those see it who keep it in order, with what was removed from it.</summary>
public sealed class CuratedPathQuery(IDbContextFactory<GuideDb> databases)
{
    // Not paged: the path is one curated list, a few dozen topics.
    public async Task<CuratedPath> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var stages = await db.Stages.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Slug, s.Title, s.Summary, Removed = s.RemovedAt != null }).ToListAsync(cancellationToken);
        var topics = await db.Topics.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Id)
            .Select(t => new
            {
                t.StageId,
                Removed = t.RemovedAt != null,
                Topic = new CuratedTopic(
                    t.Slug, t.Title, t.Position,
                    t.Prerequisites.Where(p => p.Required.RemovedAt == null)
                        .OrderBy(p => p.Required.Position).Select(p => p.Required.Title).ToList(),
                    t.Placements.Count(p => p.Resource.RemovedAt == null), t.Conversation.Comments),
            })
            .AsSplitQuery().ToListAsync(cancellationToken);
        var listed = topics.Where(t => !t.Removed).ToLookup(t => t.StageId, t => t.Topic);
        return new CuratedPath(
            [.. stages.Where(s => !s.Removed).Select(s => new CuratedStage(s.Slug, s.Title, s.Summary, [.. listed[s.Id]]))],
            [.. stages.Where(s => s.Removed).Select(s => new TopicLink(s.Slug, s.Title))],
            [.. topics.Where(t => t.Removed).Select(t => new TopicLink(t.Topic.Slug, t.Topic.Title))]);
    }
}

/// <param name="Stages">In the order of the path.</param>
public sealed record CuratedPath(
    IReadOnlyList<CuratedStage> Stages, IReadOnlyList<TopicLink> RemovedStages, IReadOnlyList<TopicLink> RemovedTopics)
{
    public int Topics => Stages.Sum(s => s.Topics.Count);
}

public sealed record CuratedStage(string Slug, string Title, string Summary, IReadOnlyList<CuratedTopic> Topics);

/// <param name="Position">Along the whole path, counted from 1.</param>
/// <param name="After">The titles of what it needs, in the order of the path.</param>
public sealed record CuratedTopic(string Slug, string Title, int Position, IReadOnlyList<string> After, int Resources, int Comments);
