using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Conversations;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Merging;

/// <summary>All that was said in one conversation, and who follows it, goes to another.</summary>
internal static class MovedConversation
{
    public static async Task RunAsync(GuideDb db, int from, int into, CancellationToken cancellationToken)
    {
        await db.Comments.Where(c => c.ConversationId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ConversationId, into), cancellationToken);
        var followers = db.Subscriptions;
        await followers.Where(
            s => s.ConversationId == from && followers.Any(own => own.MemberId == s.MemberId && own.ConversationId == into))
            .ExecuteDeleteAsync(cancellationToken);
        await followers.Where(s => s.ConversationId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ConversationId, into), cancellationToken);
        await ConversationCounts.RecountAsync(db, from, cancellationToken);
        await ConversationCounts.RecountAsync(db, into, cancellationToken);
    }
}
