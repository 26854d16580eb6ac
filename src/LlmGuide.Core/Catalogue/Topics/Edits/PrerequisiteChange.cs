using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>Says what a topic needs. What it needs must be there, stand before it, and not need it in turn.</summary>
internal sealed class PrerequisiteChange(GuideDb db, Topic topic, TopicDraft draft)
{
    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        // Not paged: a path has a few dozen topics. Removed ones too: they are named where they are in the way.
        var topics = await db.Topics.IgnoreQueryFilters([CatalogueTables.Listed])
            .ToDictionaryAsync(t => t.Slug, StringComparer.Ordinal, cancellationToken);
        if (draft.Prerequisites.FirstOrDefault(p => !topics.ContainsKey(p.Topic)) is { } unknown)
        {
            return Refused($"There is no topic “{unknown.Topic}”.");
        }

        if (await CircleAsync(topics, cancellationToken) is { } circle)
        {
            return Refused($"The prerequisites would form a circle: {string.Join(" → ", circle.Append(circle[0]))}.");
        }

        var needed = draft.Prerequisites.ToDictionary(p => topics[p.Topic], p => p.Reason);
        if (!draft.Removed && Fault(needed.Keys) is { } fault)
        {
            return fault;
        }

        topic.SetPrerequisites(needed);
        return null;
    }

    private Refusal? Fault(Dictionary<Topic, string>.KeyCollection needed) =>
        needed.FirstOrDefault(t => t.RemovedAt is not null) is { } removed
            ? Refused($"“{removed.Title}” was removed. Restore it first, or leave it out.")
        : topic.RemovedAt is null && needed.FirstOrDefault(t => t.Position >= topic.Position) is { } later
            ? Refused(
                $"“{later.Title}” comes after “{topic.Title}” on the path. Move one of them first: "
                + "a topic comes after what it needs.")
        : null;

    /// <summary>With the title of each topic, since that is what curators know them by.</summary>
    private async Task<IReadOnlyList<string>?> CircleAsync(Dictionary<string, Topic> topics, CancellationToken cancellationToken)
    {
        // By their numbers: this topic may be about to change its slug.
        var slugs = topics.Values.ToDictionary(t => t.Id, t => t.Slug);
        var edges = await db.Prerequisites.IgnoreQueryFilters([CatalogueTables.Listed]).Where(p => p.TopicId != topic.Id)
            .Select(p => new { p.TopicId, p.RequiredId }).ToListAsync(cancellationToken);
        var requires = edges.GroupBy(e => slugs[e.TopicId], e => slugs[e.RequiredId], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g], StringComparer.Ordinal);
        requires[topic.Slug] = [.. draft.Prerequisites.Select(p => p.Topic)];
        if (TopicGraph.FindCycle(requires) is not { } circle)
        {
            return null;
        }

        // Told from where somebody stands.
        var own = Math.Max(0, circle.ToList().IndexOf(topic.Slug));
        return [.. circle.Skip(own).Concat(circle.Take(own)).Select(slug => topics.GetValueOrDefault(slug)?.Title ?? topic.Title)];
    }

    private static Refusal Refused(string why) => Refusal.Rule(why, nameof(TopicDraft.Prerequisites));
}
