using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>Comments for programs, in the order in which they were written.</summary>
public sealed class CommentApiQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="type">What the conversation is about.</param>
    /// <param name="slug">The subject's.</param>
    /// <param name="after">The number of the last one that was given; 0 for the start.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><c>null</c> when there is no such subject.</returns>
    public async Task<Batch<CommentResponse>?> ListAsync(
        SubjectType type, string slug, int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var id = await db.Conversations.Where(c => c.Type == type && c.Slug == slug)
            .Select(c => (int?)c.Id).FirstOrDefaultAsync(cancellationToken);
        if (id is null)
        {
            return null;
        }

        var members = db.Members;

        // As on pages, what awaits a moderator is nobody's to see, not even that it is there.
        var comments = db.Comments.AsNoTracking().Where(c => c.ConversationId == id && c.State != CommentState.Held);
        var total = await comments.CountAsync(cancellationToken);
        var subject = $"{type.ToSlug()}:{slug}";
        var rows = await comments.Where(c => c.Id > after).OrderBy(c => c.Id).Take(limit + 1)
            .Select(c => new CommentResponse(
                c.Id, subject, c.State != CommentState.Standing ? null : c.ByGuide ? Actor.Guide.Name
                    : members.Where(m => m.Id == c.AuthorId).Select(m => m.UserName).FirstOrDefault(),
                c.ParentId, c.CreatedAt, c.EditedAt, c.Up - c.Down,
                c.State == CommentState.Standing ? c.Body.Html : "",
                c.State == CommentState.Standing ? c.Body.Markdown : "", c.State != CommentState.Standing))
            .ToListAsync(cancellationToken);
        return rows.ToBatch(limit, row => row.Id, total);
    }
}

/// <param name="Id">Its number, for <c>/c/{id}</c>.</param>
/// <param name="Subject">What it is about, such as <c>topic:transformer</c>.</param>
/// <param name="Author">The author's name; <c>null</c> for a former member, and where <paramref name="Deleted"/>.</param>
/// <param name="ParentId">What it replies to.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="EditedAt">The last change that readers are told of.</param>
/// <param name="Score">Votes for it less votes against it.</param>
/// <param name="Html">Safe HTML; empty where <paramref name="Deleted"/>.</param>
/// <param name="Markdown">As it was written.</param>
/// <param name="Deleted">Whether it cannot be read: deleted, removed or hidden. One that awaits a moderator is not listed.</param>
public sealed record CommentResponse(
    int Id, string Subject, string? Author, int? ParentId, DateTimeOffset CreatedAt,
    DateTimeOffset? EditedAt, int Score, string Html, string Markdown, bool Deleted);
