using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion;

/// <summary>What becomes of the comments of a member who leaves.</summary>
internal static class PartedComments
{
    /// <param name="db">In a transaction.</param>
    /// <param name="erase">Whether the text goes too; its place and the replies stay.</param>
    /// <returns>The conversations that they spoke in.</returns>
    public static async Task<List<int>> PartAsync(
        GuideDb db, int memberId, bool erase, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Not paged: they are changed together or not at all, and one person has written them.
        var said = await db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll)
            .Where(c => c.AuthorId == memberId).ToListAsync(cancellationToken);
        foreach (var comment in said)
        {
            comment.Anonymize();
            if (erase)
            {
                Erase(comment, now);
            }
        }

        await db.SaveChangesAsync(cancellationToken);

        // In one order, so that two who leave at once do not wait for each other's rows.
        List<int> spokeIn = [.. said.Select(c => c.ConversationId).Distinct().Order()];
        if (erase)
        {
            var ids = said.Select(c => c.Id).ToHashSet();
            await db.CommentRevisions.Where(r => ids.Contains(r.CommentId)).ExecuteDeleteAsync(cancellationToken);
            foreach (var conversation in spokeIn)
            {
                await ConversationCounts.RecountAsync(db, conversation, cancellationToken);
            }
        }

        return spokeIn;
    }

    private static void Erase(Comment comment, DateTimeOffset now)
    {
        comment.Edit(Prose.Empty, now, TimeSpan.MaxValue);
        if (comment.State != CommentState.Removed)
        {
            comment.ChangeState(CommentState.Deleted, now);
        }
    }
}
