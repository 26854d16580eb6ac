using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>What is being discussed, across all subjects.</summary>
public sealed class DiscussionsQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 30;

    public async Task<DiscussionsView> RunAsync(DiscussionList list, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        return list == DiscussionList.Newest
            ? new DiscussionsView(list, null, await NewestAsync(db, page, cancellationToken))
            : new DiscussionsView(
                list, await DiscussedThreads.PageAsync(db, list == DiscussionList.Unanswered, page, PageSize, cancellationToken), null);
    }

    /// <summary>The newest comments, of one conversation or of all, for feeds.</summary>
    public async Task<IReadOnlyList<DiscussedComment>> NewestAsync(int? conversationId, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var standing = db.Comments.AsNoTracking()
            .Where(c => c.State == CommentState.Standing && (conversationId == null || c.ConversationId == conversationId));
        return await Shown(db, standing.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(take))
            .ToListAsync(cancellationToken);
    }

    private static async Task<Page<DiscussedComment>> NewestAsync(GuideDb db, long page, CancellationToken cancellationToken)
    {
        var comments = db.Comments.AsNoTracking().Where(c => c.State == CommentState.Standing);
        var total = await comments.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var shown = comments.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Skip((number - 1) * PageSize).Take(PageSize);
        return new Page<DiscussedComment>(await Shown(db, shown).ToListAsync(cancellationToken), number, PageSize, total);
    }

    private static IQueryable<DiscussedComment> Shown(GuideDb db, IQueryable<Comment> comments)
    {
        var members = db.Members;
        return comments.Join(db.Conversations, c => c.ConversationId, s => s.Id, (c, s) => new { Comment = c, Subject = s })
            .OrderByDescending(x => x.Comment.CreatedAt).ThenByDescending(x => x.Comment.Id)
            .Select(x => new DiscussedComment(
                x.Comment.Id, x.Subject.Type, x.Subject.Slug, x.Subject.Title, x.Comment.Kind,
                x.Comment.ByGuide
                    ? Actor.Guide.Name
                    : members.Where(m => m.Id == x.Comment.AuthorId).Select(m => m.UserName).FirstOrDefault(),
                x.Comment.Body.Html, x.Comment.Body.Markdown, x.Comment.CreatedAt, x.Comment.EditedAt, x.Comment.Replies));
    }
}

public enum DiscussionList
{
    Active,
    Newest,
    Unanswered,
}

/// <summary>
/// One of the two lists, as <paramref name="List"/> says: what was said at the top with all below it, or single comments.
/// </summary>
public sealed record DiscussionsView(DiscussionList List, Page<DiscussedThread>? Threads, Page<DiscussedComment>? Comments);

public sealed record DiscussedComment(
    int Id, SubjectType Type, string Slug, string Title, CommentKind Kind, string? Author,
    string Html, string Markdown, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, int Replies);
