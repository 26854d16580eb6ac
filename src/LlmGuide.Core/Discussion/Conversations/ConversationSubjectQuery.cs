using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>What a conversation is about.</summary>
public sealed class ConversationSubjectQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when there is no such conversation.</returns>
    public async Task<ConversationSubject?> RunAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new ConversationSubject(c.Id, c.Type, c.Slug, c.Title)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns><c>null</c> when there is no such subject.</returns>
    public async Task<ConversationSubject?> FindAsync(SubjectType type, string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AsNoTracking().Where(c => c.Type == type && c.Slug == slug)
            .Select(c => new ConversationSubject(c.Id, c.Type, c.Slug, c.Title)).FirstOrDefaultAsync(cancellationToken);
    }
}

public sealed record ConversationSubject(int Id, SubjectType Type, string Slug, string Title);
