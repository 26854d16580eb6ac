using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion;

/// <summary>
/// What somebody may read of the discussion. Every query leaves private conversations out by itself
/// (<see cref="DiscussionTables.Public"/>), so that a list that nobody thought of shows none; whose conversation it is gets it here.
/// </summary>
public sealed class ReadableDiscussion(IPrivateConversations own)
{
    /// <param name="reader">A member's number; <c>null</c> for somebody who is not signed in.</param>
    public IQueryable<Conversation> Conversations(GuideDb db, int? reader)
    {
        if (reader is not { } member)
        {
            return db.Conversations;
        }

        var mine = own.Of(db, member);
        return db.Conversations.IgnoreQueryFilters(DiscussionTables.OfAll)
            .Where(c => c.Type != SubjectType.Group || mine.Contains(c.Id));
    }

    /// <param name="reader">A member's number; <c>null</c> for somebody who is not signed in.</param>
    public IQueryable<Comment> Comments(GuideDb db, int? reader)
    {
        if (reader is not { } member)
        {
            return db.Comments;
        }

        var mine = own.Of(db, member);
        return db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll).Where(c => !c.IsPrivate || mine.Contains(c.ConversationId));
    }

    /// <summary>Whether a private conversation is open to a member.</summary>
    public Task<bool> IsOpenAsync(GuideDb db, int conversationId, int? reader, CancellationToken cancellationToken) =>
        reader is { } member ? own.Of(db, member).AnyAsync(id => id == conversationId, cancellationToken) : Task.FromResult(false);

    /// <returns>Who may be told of what is said in a conversation; <c>null</c> for everybody.</returns>
    internal async Task<IReadOnlyCollection<int>?> ReadersAsync(
        GuideDb db, int conversationId, bool isPrivate, CancellationToken cancellationToken) =>
        isPrivate ? await own.ReadersOf(db, conversationId).ToListAsync(cancellationToken) : null;
}
