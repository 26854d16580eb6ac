using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>What a comment said before each of its changes, the newest first.</summary>
public sealed class CommentHistoryQuery(IDbContextFactory<GuideDb> databases, ReadableDiscussion readable)
{
    /// <summary>Older versions than so many are not listed: nobody has edited a comment that often in good faith.</summary>
    public const int MostShown = 50;

    /// <param name="reader">A member's number; <c>null</c> for somebody who is not signed in.</param>
    /// <returns>Nothing for a comment that was not changed, or cannot be read.</returns>
    public async Task<IReadOnlyList<FormerText>> RunAsync(int commentId, int? reader, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var standing = readable.Comments(db, reader).Where(c => c.Id == commentId && c.State == CommentState.Standing).Select(c => c.Id);
        return await db.CommentRevisions.AsNoTracking().Where(r => standing.Contains(r.CommentId))
            .OrderByDescending(r => r.Id).Take(MostShown)
            .Select(r => new FormerText(r.Body.Html, r.Until)).ToListAsync(cancellationToken);
    }
}

/// <param name="Html">Safe HTML.</param>
/// <param name="Until">When it was replaced.</param>
public sealed record FormerText(string Html, DateTimeOffset Until);
