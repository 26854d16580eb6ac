using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion;

internal static class ConversationCounts
{
    /// <summary>Counts again what stands in a conversation. Call it after what changed was saved, in the same transaction.</summary>
    public static async Task RecountAsync(GuideDb db, int conversationId, CancellationToken cancellationToken)
    {
        var standing = db.Comments.Where(c => c.ConversationId == conversationId && c.State == CommentState.Standing);
        var comments = await standing.CountAsync(cancellationToken);
        var open = await standing.CountAsync(c => c.Kind == CommentKind.Question && c.AnswerId == null, cancellationToken);
        var last = await standing.MaxAsync(c => (DateTimeOffset?)c.CreatedAt, cancellationToken);
        await db.Conversations.Where(c => c.Id == conversationId).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Comments, comments).SetProperty(c => c.OpenQuestions, open).SetProperty(c => c.LastCommentAt, last), cancellationToken);
    }
}
