using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>What a conversation says of itself in lists.</summary>
internal static class ConversationCounts
{
    /// <summary>Counts again what stands in a conversation. Call it after what changed was saved, in the same transaction.</summary>
    public static async Task RecountAsync(GuideDb db, int conversationId, CancellationToken cancellationToken)
    {
        // A statement of its own, for the lock on the row: the next one then sees what those who held it before have committed.
        // Counted in the statement that waits, PostgreSQL would count what it saw before the wait.
        var conversation = db.Conversations.IgnoreQueryFilters(DiscussionTables.OfAll).Where(c => c.Id == conversationId);
        await conversation.ExecuteUpdateAsync(set => set.SetProperty(c => c.Comments, c => c.Comments), cancellationToken);

        var standing = db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll)
            .Where(c => c.ConversationId == conversationId && c.State == CommentState.Standing);
        await conversation.ExecuteUpdateAsync(
            set => set
                .SetProperty(c => c.Comments, c => standing.Count())
                .SetProperty(c => c.OpenQuestions, c => standing.Count(
                    q => q.Kind == CommentKind.Question && q.ParentId == null && q.AnswerId == null))
                .SetProperty(c => c.LastCommentAt, c => standing.Max(s => (DateTimeOffset?)s.CreatedAt)),
            cancellationToken);
    }
}
