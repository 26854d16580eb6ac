using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>
/// A member has read what they were told. Their own only, and nothing else is asked: who is suspended must be able to read why.
/// Each takes the newest that the member saw, so that what came meanwhile stays new.
/// </summary>
public sealed class MarkNotificationsRead(Writing writing, TimeProvider clock)
{
    /// <returns>How many were new.</returns>
    public Task<Outcome<int>> AllAsync(Actor actor, int upTo, CancellationToken cancellationToken) =>
        MarkAsync(db => db.Notifications.Where(n => n.MemberId == actor.Id && n.Id <= upTo), cancellationToken);

    /// <summary>Marks one line: a notification, with the older ones of the same conversation if that is followed.</summary>
    /// <returns>How many were new.</returns>
    public Task<Outcome<int>> LineAsync(Actor actor, int id, CancellationToken cancellationToken) => MarkAsync(
        db =>
        {
            var (notifications, comments) = (db.Notifications, All(db));
            var conversation = comments.Where(
                c => notifications.Any(n => n.Id == id && n.CommentId == c.Id && n.Reason == NotificationReason.Followed))
                .Select(c => c.ConversationId);
            var together = comments.Where(c => conversation.Contains(c.ConversationId)).Select(c => (int?)c.Id);
            return notifications.Where(n => n.MemberId == actor.Id
                && (n.Id == id || (n.Id < id && n.Reason == NotificationReason.Followed && together.Contains(n.CommentId))));
        },
        cancellationToken);

    /// <summary>Marks what was told of a conversation up to the newest comment that the member has seen there.</summary>
    /// <returns>How many were new.</returns>
    public Task<Outcome<int>> InConversationAsync(
        Actor actor, int conversationId, int upToComment, CancellationToken cancellationToken) => MarkAsync(
            db =>
            {
                var seen = All(db).Where(c => c.ConversationId == conversationId && c.Id <= upToComment).Select(c => (int?)c.Id);
                return db.Notifications.Where(n => n.MemberId == actor.Id && seen.Contains(n.CommentId));
            },
            cancellationToken);

    private static IQueryable<Comment> All(GuideDb db) => db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll);

    private Task<Outcome<int>> MarkAsync(Func<GuideDb, IQueryable<Notification>> which, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writing.RunShortAsync<int>(
            async db => await which(db).Where(n => n.ReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken),
            cancellationToken);
    }
}
