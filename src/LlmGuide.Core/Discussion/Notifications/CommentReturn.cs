using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>
/// A comment can be read that could not be read before: its author took a deletion back, or a moderator approved, kept or restored it.
/// Those whom it concerns are told, as they were when it was new. Nobody gets a second mail about it, however often it goes and comes.
/// </summary>
public sealed class CommentReturn(CommentText text, ReadableDiscussion readable, DiscussionOptions options)
{
    /// <param name="db">In the transaction that shows it; the comment is saved.</param>
    /// <param name="hidden">Since when it could not be read; <c>null</c> for one that nobody could read before.</param>
    internal async Task TellAsync(
        GuideDb db, Comment comment, DateTimeOffset? hidden, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await text.RenderAsync(comment.Body.Markdown, cancellationToken)).Value is not { } rendered)
        {
            return;
        }

        var parentAuthor = await All(db).Where(c => c.Id == comment.ParentId)
            .Select(c => c.AuthorId).FirstOrDefaultAsync(cancellationToken);
        var mailed = hidden - comment.CreatedAt >= TimeSpan.FromMinutes(options.MailAfterMinutes) ? hidden : null;
        var told = new CommentEvent(comment.Id, comment.ConversationId, comment.AuthorId ?? Actor.Guide.Id, mailed)
        {
            Readers = await readable.ReadersAsync(db, comment.ConversationId, comment.IsPrivate, cancellationToken),
        };
        await NotificationWriter.OfCommentAsync(
            db, told, parentAuthor, rendered.Mentioned, hidden is null ? now : comment.CreatedAt, cancellationToken);
        await TellOfAnswerAsync(db, comment, told, cancellationToken);
    }

    private static IQueryable<Comment> All(GuideDb db) => db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll);

    /// <summary>Who marked it as the answer is not known any more; mostly it was who asked.</summary>
    private static async Task TellOfAnswerAsync(GuideDb db, Comment comment, CommentEvent told, CancellationToken cancellationToken)
    {
        if (await All(db).AsNoTracking().FirstOrDefaultAsync(c => c.AnswerId == comment.Id, cancellationToken) is { } question)
        {
            await NotificationWriter.OfAnswerAsync(
                db, told with { ByMemberId = question.AuthorId ?? Actor.Guide.Id },
                comment.AuthorId, null, comment.CreatedAt, cancellationToken);
        }
    }
}
