using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>
/// Tells the person concerned what a moderator did, in the moderator's words. The event says what it was: <c>removed</c>,
/// <c>restored</c>, <c>hidden</c>, <c>kept</c> or <c>approved</c> with the number of the comment; <c>suspended</c> or
/// <c>reinstated</c> with the member's own.
/// </summary>
internal static class ModerationNotice
{
    public static async Task SendAsync(
        GuideDb db, int memberId, string what, int? commentId, string words,
        Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The same can happen twice; then it is news again.
        await db.Notifications.Where(n => n.MemberId == memberId && n.Event == what).ExecuteDeleteAsync(cancellationToken);
        db.Notifications.Add(new Notification
        {
            MemberId = memberId,
            Reason = NotificationReason.Moderation,
            CommentId = commentId,
            Event = what,
            Words = words,
            ByMemberId = by.MemberId,
            At = now,
        });
    }
}
