using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Merging;

/// <summary>
/// What goes from one topic to the other when they are merged. What has a history of its own goes by an edit of its own: topics that
/// need the one that goes, and resources that are read in it.
/// </summary>
public sealed class MergedTopic(Editing editing, TopicSubject topics, ResourceSubject resources)
{
    /// <returns>Both conversations; or why not.</returns>
    internal async Task<Outcome<IReadOnlyList<int>>> MoveAsync(GuideDb db, TopicMerge merge, CancellationToken cancellationToken)
    {
        if ((await LeadOnAsync(db, merge, cancellationToken) ?? await PlaceAsync(db, merge, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        db.ChangeTracker.Clear();
        await MoveTasksAsync(db, merge, cancellationToken);
        await MovedMarks.OfTopicAsync(db, merge.From.Id, merge.Into.Id, cancellationToken);
        await MovedAnnotations.OfTopicAsync(db, merge.From.Id, merge.Into.Id, cancellationToken);
        await MoveAddressesAsync(db, merge, cancellationToken);
        return await MoveConversationAsync(db, merge, cancellationToken);
    }

    private async Task<Refusal?> LeadOnAsync(GuideDb db, TopicMerge merge, CancellationToken cancellationToken)
    {
        var (from, into) = (merge.From.Draft.Slug, merge.Into.Draft.Slug);

        // Not paged: the topics that need one topic.
        var dependents = await db.Prerequisites.Where(p => p.RequiredId == merge.From.Id && p.TopicId != merge.Into.Id)
            .OrderBy(p => p.TopicId).Select(p => p.TopicId).ToListAsync(cancellationToken);
        foreach (var id in dependents)
        {
            db.ChangeTracker.Clear();
            var topic = await topics.Subjects(db).FirstAsync(t => t.Id == id, cancellationToken);
            var draft = topics.DraftOf(topic);
            var needs = draft.Prerequisites.Where(p => p.Topic != from || draft.Prerequisites.All(own => own.Topic != into))
                .Select(p => p.Topic == from ? p with { Topic = into } : p);
            var edit = new Edit<TopicDraft>(id, topic.Version, draft with { Prerequisites = [.. needs] }, merge.Reason(
                $"“{merge.From.Subject.Title}” was merged into “{merge.Into.Subject.Title}”"));
            var prepared = await Editing.PrepareAsync(topics, merge.Actor, edit, cancellationToken);
            if (await ApplyAsync(db, prepared, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>Those that companions explain go first.</summary>
    private async Task<Refusal?> PlaceAsync(GuideDb db, TopicMerge merge, CancellationToken cancellationToken)
    {
        var standing = db.Placements.Where(own => own.TopicId == merge.Into.Id).Select(own => own.ResourceId);

        // Not paged: what is read in one topic.
        var moving = await db.Placements.Where(p => p.TopicId == merge.From.Id && !standing.Contains(p.ResourceId))
            .OrderBy(p => p.Role == PlacementRole.Companion).ThenBy(p => p.Position)
            .Select(p => p.ResourceId).ToListAsync(cancellationToken);
        foreach (var id in moving)
        {
            db.ChangeTracker.Clear();
            var resource = await resources.Subjects(db).FirstAsync(r => r.Id == id, cancellationToken);
            var draft = resources.DraftOf(resource);
            var explains = await ExplainedAsync(db, merge, cancellationToken);
            var place = draft.Placements.First(p => p.Topic == merge.From.Draft.Slug) with { Topic = merge.Into.Draft.Slug };
            place = place.CompanionOf is null || explains.Contains(place.CompanionOf)
                ? place : place with { Role = PlacementRole.Further, CompanionOf = null };
            var edit = new Edit<ResourceDraft>(id, resource.Version, draft with { Placements = [.. draft.Placements, place] }, merge.Reason(
                $"“{merge.From.Subject.Title}” was merged into “{merge.Into.Subject.Title}”"));
            var prepared = await Editing.PrepareAsync(resources, merge.Actor, edit, cancellationToken);
            if (await ApplyAsync(db, prepared, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>What a companion can explain in the topic that stays.</summary>
    private static Task<List<string>> ExplainedAsync(GuideDb db, TopicMerge merge, CancellationToken cancellationToken) =>
        db.Placements.Where(p => p.TopicId == merge.Into.Id && p.Role != PlacementRole.Companion)
            .Select(p => p.Resource.Slug).ToListAsync(cancellationToken);

    private static async Task MoveTasksAsync(GuideDb db, TopicMerge merge, CancellationToken cancellationToken)
    {
        // Removed ones too: they can come back.
        var tasks = await db.NlpTasks.IgnoreQueryFilters([CatalogueTables.Listed]).Include(t => t.Topics)
            .Where(t => t.Topics.Any(topic => topic.Id == merge.From.Id)).ToListAsync(cancellationToken);
        var into = await db.Topics.FirstAsync(t => t.Id == merge.Into.Id, cancellationToken);
        foreach (var task in tasks.Where(task => !task.Topics.Contains(into)))
        {
            task.BelongTo(into);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task MoveAddressesAsync(GuideDb db, TopicMerge merge, CancellationToken cancellationToken)
    {
        var (old, current) = (merge.From.Draft.Slug, merge.Into.Draft.Slug);
        await db.FormerSlugs.Where(f => f.Owner == SlugOwner.Topic && f.Current == old)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Current, current), cancellationToken);
        await db.FormerSlugs.Where(f => f.Owner == SlugOwner.Topic && (f.Slug == old || f.Slug == current))
            .ExecuteDeleteAsync(cancellationToken);
        db.FormerSlugs.Add(new FormerSlug(SlugOwner.Topic, old, current));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Comments keep their numbers, so their permalinks lead to where they are now.</summary>
    private static async Task<int[]> MoveConversationAsync(GuideDb db, TopicMerge merge, CancellationToken cancellationToken)
    {
        var from = await db.Topics.Where(t => t.Id == merge.From.Id).Select(t => t.ConversationId).FirstAsync(cancellationToken);
        var into = await db.Topics.Where(t => t.Id == merge.Into.Id).Select(t => t.ConversationId).FirstAsync(cancellationToken);
        await MovedConversation.RunAsync(db, from, into, cancellationToken);
        return [from, into];
    }

    private async Task<Refusal?> ApplyAsync(GuideDb db, Outcome<PreparedEdit> prepared, CancellationToken cancellationToken) =>
        prepared.TryGet(out var ready, out var unfit) ? (await editing.ApplyAsync(db, ready, cancellationToken)).Refusal : unfit;
}
