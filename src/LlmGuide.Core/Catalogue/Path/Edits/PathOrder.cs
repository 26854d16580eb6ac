using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>The rule that a topic stands after what it needs, and the numbers of the path.</summary>
internal static class PathOrder
{
    /// <returns>Which topic would stand before one that it needs.</returns>
    public static async Task<Refusal?> FaultAsync(GuideDb db, IReadOnlyList<Topic> topics, CancellationToken cancellationToken)
    {
        var byId = topics.ToDictionary(t => t.Id);

        // Not paged: the edges of a path of a few dozen topics.
        var edges = await db.Prerequisites.AsNoTracking().Select(p => new { p.TopicId, p.RequiredId }).ToListAsync(cancellationToken);
        return edges.Select(edge => (Topic: byId[edge.TopicId], Required: byId[edge.RequiredId]))
            .Where(edge => edge.Topic.Position <= edge.Required.Position).OrderBy(edge => edge.Topic.Position)
            .Select(edge => Refusal.Rule($"“{edge.Topic.Title}” would come before “{edge.Required.Title}”, which it needs."))
            .FirstOrDefault();
    }

    /// <summary>Numbers stages and topics again after one came or went, in the order that they have.</summary>
    /// <param name="restored">One that came back, and may claim a number that another has now.</param>
    /// <param name="behind">Whether it then stands after that other, and not before it.</param>
    public static async Task RenumberAsync(GuideDb db, Topic? restored, bool behind, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var stages = await db.Stages.OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        foreach (var (index, stage) in stages.Index())
        {
            stage.MoveTo(index + 1);
        }

        var topics = await db.Topics.Include(t => t.Stage).ToListAsync(cancellationToken);
        foreach (var (index, topic) in topics.OrderBy(t => t.Stage.Position).ThenBy(t => t.Position)
            .ThenBy(t => t != restored ? 0 : behind ? 1 : -1).ThenBy(t => t.Id).Index())
        {
            topic.MoveTo(topic.Stage, index + 1);
        }
    }
}
