using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>What a conversation is about.</summary>
public sealed class ConversationSubjectQuery(IDbContextFactory<GuideDb> databases, ReadableDiscussion readable)
{
    /// <param name="reader">A member's number; <c>null</c> for somebody who is not signed in.</param>
    /// <returns><c>null</c> when there is no such conversation, or it is not open to the reader.</returns>
    public async Task<ConversationSubject?> RunAsync(int id, int? reader, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await readable.Conversations(db, reader).AsNoTracking().Where(c => c.Id == id)
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
