using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Marks;

/// <summary>Says that a member knows one topic without reading it. Unlike <see cref="KnowTopics"/> it leaves the others alone.</summary>
public sealed class KnowTopic(Writing writing, TimeProvider clock)
{
    public async Task<Outcome<Done>> RunAsync(Actor actor, string slug, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return Refusal.NotAllowed("You may read, but not mark what you know, until your suspension ends.");
        }

        return await writing.RunAsync<Done>(
            async db =>
            {
                await Marking.HoldAsync(writing, db, actor.Id, cancellationToken);
                var ids = db.Topics.Where(t => t.Slug == slug).Select(t => (int?)t.Id);
                if (await ids.FirstOrDefaultAsync(cancellationToken) is not { } topic)
                {
                    return Refusal.NotThere("This topic no longer exists.");
                }

                var mark = await db.TopicMarks.FirstOrDefaultAsync(m => m.MemberId == actor.Id && m.TopicId == topic, cancellationToken);
                if (mark is null)
                {
                    mark = new TopicMark(actor.Id, topic);
                    db.TopicMarks.Add(mark);
                }

                mark.Know(clock.GetUtcNow());
                return default(Done);
            },
            cancellationToken);
    }
}
