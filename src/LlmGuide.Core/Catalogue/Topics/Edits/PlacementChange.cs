using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>Puts a resource into the topics that a draft names, and takes it out of the others.</summary>
internal sealed class PlacementChange(EditContext<Resource> to, CheckedResource wanted)
{
    private readonly Resource _resource = to.Subject;

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        var topics = await TopicsAsync(cancellationToken);
        var places = wanted.Draft.Placements;
        if (places.FirstOrDefault(p => !topics.ContainsKey(p.Topic)) is { } unknown)
        {
            return Refusal.Rule($"There is no topic “{unknown.Topic}”.", nameof(ResourceDraft.Placements));
        }

        foreach (var (index, place) in places.Index())
        {
            if (Place(topics[place.Topic], place, wanted.Whys[index]) is { } refusal)
            {
                return refusal;
            }
        }

        return topics.Values.Where(topic => !places.Any(p => p.Topic == topic.Slug))
            .Select(Leave).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>Those that it stands in and those that it is to stand in, each with its whole list, which is a few dozen rows.</summary>
    private Task<Dictionary<string, Topic>> TopicsAsync(CancellationToken cancellationToken)
    {
        var slugs = wanted.Draft.Placements.Select(p => p.Topic).Concat(_resource.Placements.Select(p => p.Topic.Slug)).ToList();

        // Removed resources count, removed topics do not: what they held comes back with them.
        return to.Db.Topics.IgnoreQueryFilters([CatalogueTables.Listed]).Where(t => t.RemovedAt == null && slugs.Contains(t.Slug))
            .Include(t => t.Placements).ThenInclude(p => p.Resource)
            .AsSplitQuery()
            .ToDictionaryAsync(t => t.Slug, StringComparer.Ordinal, cancellationToken);
    }

    private Refusal? Place(Topic topic, PlacementDraft place, Prose why)
    {
        Resource? explained = null;
        if (place.CompanionOf is { Length: > 0 } slug)
        {
            explained = topic.Placements.FirstOrDefault(p => p.Resource.Slug == slug && p.Role != PlacementRole.Companion)?.Resource;
            if (explained is null)
            {
                return Refusal.Rule($"In “{topic.Title}” there is no “{slug}” to explain.", nameof(ResourceDraft.Placements));
            }
        }

        if (topic.Placements.FirstOrDefault(p => p.Resource == _resource) is not { } standing)
        {
            topic.Place(_resource, place.Role, why, explained, place.Minutes);
            return null;
        }

        if (place.Role == PlacementRole.Companion && CompanionIn(topic) is { } companion)
        {
            return Refusal.Rule(
                $"In “{topic.Title}” “{companion}” is a companion of it, so it cannot be one itself.", nameof(ResourceDraft.Placements));
        }

        standing.ChangeState(place.Role, why, explained, place.Minutes);
        return null;
    }

    private Refusal? Leave(Topic topic)
    {
        if (CompanionIn(topic) is { } companion)
        {
            return Refusal.Rule(
                $"“{companion}” is a companion of it in “{topic.Title}”. Give that another role first.", nameof(ResourceDraft.Placements));
        }

        var standing = topic.Placements.First(p => p.Resource == _resource);
        topic.RemovePlacement(standing);
        to.Db.Remove(standing);
        return null;
    }

    private string? CompanionIn(Topic topic) =>
        topic.Placements.FirstOrDefault(p => p.CompanionOfId == _resource.Id && p.Resource != _resource)?.Resource.Title;
}
