using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation.Locks;

/// <summary>Whether members can write in a conversation.</summary>
public sealed class ConversationLockQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when there is no such conversation.</returns>
    public async Task<ConversationLock?> RunAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new ConversationLock(c.Id, c.Type, c.Slug, c.Title, c.LockedAt, c.LockReason))
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="LockedAt">Since when nobody can; <c>null</c> when members can.</param>
public sealed record ConversationLock(int Id, SubjectType Type, string Slug, string Title, DateTimeOffset? LockedAt, string? Reason);
