using LlmGuide.Core.Data;
using LlmGuide.Core.Learning;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Merging;

/// <summary>What members have marked goes along when two works, or two topics, become one. Nobody loses what they have done.</summary>
internal static class MovedMarks
{
    /// <summary>Of two marks of one member the better state stays, with its time.</summary>
    public static async Task OfResourceAsync(GuideDb db, int from, int into, CancellationToken cancellationToken)
    {
        var marks = db.ReadingMarks;
        await marks.Where(m => m.ResourceId == into
            && marks.Any(other => other.ResourceId == from && other.MemberId == m.MemberId && other.State > m.State))
            .ExecuteDeleteAsync(cancellationToken);
        await marks.Where(m => m.ResourceId == from && marks.Any(own => own.ResourceId == into && own.MemberId == m.MemberId))
            .ExecuteDeleteAsync(cancellationToken);
        await marks.Where(m => m.ResourceId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ResourceId, into), cancellationToken);
        await db.ReadingChanges.Where(c => c.ResourceId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ResourceId, into), cancellationToken);
    }

    /// <summary>Who knew either topic knows the one that stays; it is finished for who had finished that.</summary>
    public static async Task OfTopicAsync(GuideDb db, int from, int into, CancellationToken cancellationToken)
    {
        var marks = db.TopicMarks;
        await marks.Where(m => m.TopicId == into && m.KnownSince == null).ExecuteUpdateAsync(
            set => set.SetProperty(
                m => m.KnownSince,
                m => marks.Where(other => other.TopicId == from && other.MemberId == m.MemberId)
                    .Select(other => other.KnownSince).FirstOrDefault()),
            cancellationToken);
        await marks.Where(m => m.TopicId == from
            && (m.KnownSince == null || marks.Any(own => own.TopicId == into && own.MemberId == m.MemberId)))
            .ExecuteDeleteAsync(cancellationToken);
        await marks.Where(m => m.TopicId == from).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.TopicId, into).SetProperty(m => m.FinishedAt, (DateTimeOffset?)null), cancellationToken);

        // What was answered goes along to checks that go along; of two answers to what is one check now, the later stays.
        var cards = db.CheckCards;
        await cards.Where(c => c.TopicId == into && cards.Any(other => other.TopicId == from && other.MemberId == c.MemberId
            && other.Check == c.Check && other.AnsweredAt > c.AnsweredAt)).ExecuteDeleteAsync(cancellationToken);
        await cards.Where(c => c.TopicId == from
            && cards.Any(own => own.TopicId == into && own.MemberId == c.MemberId && own.Check == c.Check))
            .ExecuteDeleteAsync(cancellationToken);
        await cards.Where(c => c.TopicId == from).ExecuteUpdateAsync(set => set.SetProperty(c => c.TopicId, into), cancellationToken);
    }
}
