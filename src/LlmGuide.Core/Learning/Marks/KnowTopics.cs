using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Marks;

/// <summary>Says which topics a member knows without reading. Of those that are not named, none is known any more.</summary>
public sealed class KnowTopics(Writing writing, TimeProvider clock)
{
    /// <param name="slugs">What is no topic's is passed over.</param>
    /// <returns>How many are known.</returns>
    public async Task<Outcome<int>> RunAsync(Actor actor, IReadOnlyCollection<string> slugs, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return Refusal.NotAllowed("You may read, but not mark what you know, until your suspension ends.");
        }

        return await writing.RunAsync<int>(
            async db =>
            {
                await Marking.HoldAsync(writing, db, actor.Id, cancellationToken);
                var known = await db.Topics.Where(t => slugs.Contains(t.Slug)).Select(t => t.Id).ToListAsync(cancellationToken);

                // Not paged: at most one for each topic. Of topics that were removed nothing is said, so it stays.
                var marks = await db.TopicMarks
                    .Where(m => m.MemberId == actor.Id && db.Set<Topic>().Any(t => t.Id == m.TopicId))
                    .ToDictionaryAsync(m => m.TopicId, cancellationToken);
                foreach (var topic in known.Where(topic => !marks.ContainsKey(topic)))
                {
                    marks[topic] = new TopicMark(actor.Id, topic);
                    db.TopicMarks.Add(marks[topic]);
                }

                foreach (var (topic, mark) in marks)
                {
                    if (known.Contains(topic))
                    {
                        mark.Know(clock.GetUtcNow());
                    }
                    else
                    {
                        mark.Forget();
                    }
                }

                return known.Count;
            },
            cancellationToken);
    }
}
