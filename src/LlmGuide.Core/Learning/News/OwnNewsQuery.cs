using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.News;

/// <summary>
/// What of the public log concerns one member: new releases of the path, the works that they have marked, and the topics that they have
/// begun, finished or know.
/// </summary>
public sealed class OwnNewsQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="since">Nothing that was done before; <c>null</c> for all.</param>
    /// <param name="limit">So many at most, the newest first.</param>
    public async Task<IReadOnlyList<Change>> RunAsync(int memberId, DateTimeOffset? since, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (works, topics, placements) = (db.Resources, db.Topics, db.Placements);
        var marks = db.ReadingMarks.Where(m => m.MemberId == memberId && m.State != ReadingState.ToDo);
        var known = db.TopicMarks.Where(m => m.MemberId == memberId);
        return await db.Log.AsNoTracking().Where(e => since == null || e.At > since)
            .Where(e => e.Kind == LogKind.Release
                || (e.Kind == LogKind.Resource && works.Any(r => r.Slug == e.Key && marks.Any(m => m.ResourceId == r.Id)))
                || (e.Kind == LogKind.Topic && topics.Any(t => t.Slug == e.Key && (known.Any(m => m.TopicId == t.Id)
                    || placements.Any(p => p.TopicId == t.Id && marks.Any(m => m.ResourceId == p.ResourceId))))))
            .OrderByDescending(e => e.Id).Take(limit).Select(ChangesQuery.ChangeOf(db)).ToListAsync(cancellationToken);
    }
}
