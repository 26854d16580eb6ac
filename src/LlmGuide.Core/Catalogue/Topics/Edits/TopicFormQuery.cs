using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>Everything that the form of a topic shows: the topic, and what can be chosen for it.</summary>
public sealed class TopicFormQuery(IDbContextFactory<GuideDb> databases, TopicSubject topics)
{
    /// <param name="slug">Of the topic; <c>null</c> for a new one.</param>
    /// <returns><c>null</c> when no topic has this slug. Removed ones are there.</returns>
    public async Task<TopicForm?> RunAsync(string? slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var topic = slug is null ? null : await DraftQuery.WithinAsync(db, topics, slug, cancellationToken);
        if (slug is not null && topic is null)
        {
            return null;
        }

        // Not paged: the stages and topics of one path, and what is read in one topic.
        var stages = await db.Stages.AsNoTracking().OrderBy(s => s.Position)
            .Select(s => new TopicLink(s.Slug, s.Title)).ToListAsync(cancellationToken);
        var all = await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new { t.Slug, t.Title, Stage = t.Stage.Slug }).ToListAsync(cancellationToken);
        var id = topic?.Id ?? 0;
        var reading = await db.Placements.IgnoreQueryFilters([CatalogueTables.Listed])
            .AsNoTracking().Where(p => p.TopicId == id && p.Resource.RemovedAt == null)
            .Select(p => new { p.Resource.Slug, Read = new ReadInTopic(p.Resource.Title, p.Role) })
            .ToDictionaryAsync(p => p.Slug, p => p.Read, StringComparer.Ordinal, cancellationToken);
        return new TopicForm(
            topic, all.Find(t => t.Slug == slug)?.Stage ?? stages.LastOrDefault()?.Slug ?? "", stages,
            [.. all.Where(t => t.Slug != slug).Select(t => new TopicLink(t.Slug, t.Title))], reading);
    }
}

/// <param name="Topic">As it is; <c>null</c> for a new one.</param>
/// <param name="Stage">The slug of the stage it is in, or would be.</param>
/// <param name="Stages">In the order of the path.</param>
/// <param name="Topics">All others, in the order of the path.</param>
/// <param name="Reading">What is read in it, by slug.</param>
public sealed record TopicForm(
    Editable<TopicDraft>? Topic, string Stage, IReadOnlyList<TopicLink> Stages,
    IReadOnlyList<TopicLink> Topics, IReadOnlyDictionary<string, ReadInTopic> Reading);

public sealed record ReadInTopic(string Title, PlacementRole Role);
