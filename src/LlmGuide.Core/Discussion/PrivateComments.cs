using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion;

/// <summary>What becomes of a private conversation when one of its readers goes, or the last; in their transaction.</summary>
internal static class PrivateComments
{
    /// <summary>What was told to a member of it, and that they follow it, is gone with their access. What they said stays.</summary>
    public static async Task LeaveAsync(GuideDb db, int conversationId, int memberId, CancellationToken cancellationToken)
    {
        var said = In(db, conversationId).Select(c => (int?)c.Id);
        await db.Notifications.Where(n => n.MemberId == memberId && said.Contains(n.CommentId)).ExecuteDeleteAsync(cancellationToken);
        await db.Subscriptions.Where(s => s.MemberId == memberId && s.ConversationId == conversationId)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Nobody is left who could read it.</summary>
    public static async Task EraseAsync(GuideDb db, int conversationId, CancellationToken cancellationToken)
    {
        var said = In(db, conversationId).Select(c => (int?)c.Id);
        await db.Notifications.Where(n => said.Contains(n.CommentId)).ExecuteDeleteAsync(cancellationToken);

        // The deepest first: what has replies cannot go before them.
        for (var depth = await In(db, conversationId).MaxAsync(c => (int?)c.Depth, cancellationToken) ?? -1; depth >= 0; depth--)
        {
            await In(db, conversationId).Where(c => c.Depth == depth).ExecuteDeleteAsync(cancellationToken);
        }

        await db.Conversations.IgnoreQueryFilters(DiscussionTables.OfAll).Where(c => c.Id == conversationId)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<Comment> In(GuideDb db, int conversationId) =>
        db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll).Where(c => c.ConversationId == conversationId);
}
