using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Notes;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange;

/// <summary>What a member has read, for them to take away; of works and topics that are no part of the guide too.</summary>
internal static class OwnReading
{
    public static async Task<object> MarksAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        await db.ReadingMarks.AsNoTracking().Where(m => m.MemberId == memberId).OrderBy(m => m.ResourceId)
            .Join(db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]), m => m.ResourceId, r => r.Id, (m, work) => new
            {
                Resource = work.Slug,
                work.Title,
                State = m.State.ToString(),
                m.Since,
                m.TookMinutes,
            })
            .ToListAsync(cancellationToken);

    /// <summary>Notes and bookmarks.</summary>
    public static async Task<object> NotesAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        (await db.AnnotationsOf(memberId).OrderBy(a => a.Id).AsKept().ToListAsync(cancellationToken)).ConvertAll(a => new
        {
            Type = a.Kind.ToSlug(),
            a.Slug,
            a.Title,
            Note = a.NotedAt is null ? null : a.Markdown,
            a.NotedAt,
            a.BookmarkedAt,
        });

    public static async Task<object> ChangesAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        await db.ReadingChanges.AsNoTracking().Where(c => c.MemberId == memberId).OrderBy(c => c.Id)
            .Join(db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]), c => c.ResourceId, r => r.Id, (c, work) => new
            {
                Resource = work.Slug,
                State = c.State.ToString(),
                c.At,
            })
            .ToListAsync(cancellationToken);

    public static async Task<object> TopicsAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        await db.TopicMarks.AsNoTracking().Where(m => m.MemberId == memberId).OrderBy(m => m.TopicId)
            .Join(db.Topics.IgnoreQueryFilters([CatalogueTables.Listed]), m => m.TopicId, t => t.Id, (m, topic) => new
            {
                Topic = topic.Slug,
                topic.Title,
                m.KnownSince,
                m.FinishedAt,
            })
            .ToListAsync(cancellationToken);

    public static async Task<object> CardsAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        await db.CheckCards.AsNoTracking().Where(c => c.MemberId == memberId).OrderBy(c => c.TopicId).ThenBy(c => c.Check)
            .Join(db.Topics.IgnoreQueryFilters([CatalogueTables.Listed]), c => c.TopicId, t => t.Id, (c, topic) => new
            {
                Topic = topic.Slug,
                c.Check,
                c.Box,
                c.DueAt,
                c.AnsweredAt,
                c.RightAtFirst,
            })
            .ToListAsync(cancellationToken);

    public static async Task<object> GroupsAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        await db.GroupMembers.AsNoTracking().Where(m => m.MemberId == memberId).OrderBy(m => m.GroupId)
            .Select(m => new { m.Group.Slug, m.Group.Name, m.JoinedAt, m.ShowsProgress, m.Owns })
            .ToListAsync(cancellationToken);
}
