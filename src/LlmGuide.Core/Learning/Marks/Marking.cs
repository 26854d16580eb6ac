using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Marks;

/// <param name="Since">When it was marked.</param>
internal sealed record Marked(int ResourceId, ReadingState State, DateTimeOffset Since);

/// <summary>
/// Sets marks of one member, writes down each change, and which topics it finishes or opens again. Within a transaction in which nobody
/// else sets this member's marks (<see cref="HoldAsync"/>).
/// </summary>
internal sealed class Marking(GuideDb db, int memberId, CancellationToken cancellationToken)
{
    private readonly Dictionary<int, ReadingMark> _marks = [];

    /// <summary>Lets a member's marks be set by one command at a time.</summary>
    public static Task HoldAsync(Writing writing, GuideDb db, int memberId, CancellationToken cancellationToken) =>
        writing.HoldAsync(db, "marks:" + memberId.ToInvariantString(), cancellationToken);

    /// <returns>The marks that these works have.</returns>
    public async Task<IReadOnlyDictionary<int, ReadingMark>> ReadAsync(IReadOnlyCollection<int> works)
    {
        var marks = await db.ReadingMarks.Where(m => m.MemberId == memberId && works.Contains(m.ResourceId)).ToListAsync(cancellationToken);
        marks.ForEach(mark => _marks[mark.ResourceId] = mark);
        return _marks;
    }

    /// <param name="all">For works whose marks were read; what says what is so already changes nothing.</param>
    /// <returns>How many changed.</returns>
    public async Task<int> SetAsync(IReadOnlyCollection<Marked> all)
    {
        var changed = all.Where(one => StateOf(one.ResourceId) != one.State).ToList();
        if (changed.Count == 0)
        {
            return 0;
        }

        var works = changed.ConvertAll(one => one.ResourceId);
        var onPath = await db.Placements.Where(p => works.Contains(p.ResourceId)).Select(p => p.ResourceId).Distinct()
            .ToHashSetAsync(cancellationToken);
        foreach (var one in changed)
        {
            Set(one, onPath.Contains(one.ResourceId));
        }

        await db.SaveChangesAsync(cancellationToken);
        await SettleTopicsAsync(works, changed.Max(one => one.Since));
        return changed.Count;
    }

    private ReadingState StateOf(int work) => _marks.GetValueOrDefault(work)?.State ?? ReadingState.ToDo;

    private void Set(Marked one, bool onPath)
    {
        if (!_marks.TryGetValue(one.ResourceId, out var mark))
        {
            _marks[one.ResourceId] = mark = new ReadingMark(memberId, one.ResourceId);
            db.ReadingMarks.Add(mark);
        }

        mark.Set(one.State, one.Since, onPath);
        db.ReadingChanges.Add(new ReadingChange(memberId, one.ResourceId, one.State, one.Since));
    }

    /// <summary>Looks again at the topics in which these works are essential: a few dozen essentials at most for each.</summary>
    private async Task SettleTopicsAsync(List<int> works, DateTimeOffset at)
    {
        var essentials = db.Placements.Where(p => p.Role == PlacementRole.Essential);
        var touched = essentials.Where(p => works.Contains(p.ResourceId)).Select(p => p.TopicId).Distinct();
        var marks = db.ReadingMarks.Where(m => m.MemberId == memberId);
        var done = await essentials.Where(p => touched.Contains(p.TopicId)).GroupBy(p => p.TopicId)
            .Select(g => new
            {
                g.Key,
                Left = g.Count(p => !marks.Any(m => m.ResourceId == p.ResourceId
                    && (m.State == ReadingState.Read || m.State == ReadingState.Skipped))),
            })
            .ToDictionaryAsync(topic => topic.Key, topic => topic.Left == 0, cancellationToken);
        var finished = await TopicsAsync([.. done.Keys]);
        foreach (var (topic, isDone) in done)
        {
            if (isDone)
            {
                MarkOf(topic, finished).Finish(at);
            }
            else if (TookBack(works) && finished.TryGetValue(topic, out var mark))
            {
                mark.Reopen();
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private bool TookBack(List<int> works) => works.Exists(work => !StateOf(work).IsDone());

    private Task<Dictionary<int, TopicMark>> TopicsAsync(List<int> topics) =>
        db.TopicMarks.Where(m => m.MemberId == memberId && topics.Contains(m.TopicId))
            .ToDictionaryAsync(m => m.TopicId, cancellationToken);

    private TopicMark MarkOf(int topic, Dictionary<int, TopicMark> marks)
    {
        if (!marks.TryGetValue(topic, out var mark))
        {
            marks[topic] = mark = new TopicMark(memberId, topic);
            db.TopicMarks.Add(mark);
        }

        return mark;
    }
}
