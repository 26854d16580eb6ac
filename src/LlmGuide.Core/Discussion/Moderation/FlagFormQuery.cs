using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>The comment that somebody is about to flag.</summary>
public sealed class FlagFormQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when no comment with this number can be read, unless it was the member's own flag that hid it.</returns>
    public async Task<FlagForm?> RunAsync(int commentId, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (members, flags) = (db.Members, db.Flags);
        return await db.Comments.AsNoTracking()
            .Where(c => c.Id == commentId
                && (c.State == CommentState.Standing || flags.Any(f => f.CommentId == c.Id && f.MemberId == actor.Id)))
            .Join(db.Conversations, c => c.ConversationId, s => s.Id, (c, s) => new FlagForm(
                c.Id, members.Where(m => m.Id == c.AuthorId).Select(m => m.UserName).FirstOrDefault(),
                c.State == CommentState.Standing ? c.Body.Html : "", s.Title,
                flags.Any(f => f.CommentId == c.Id && f.MemberId == actor.Id)))
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Author">The author's name; <c>null</c> for a former member.</param>
/// <param name="Html">What it says, as safe HTML; empty when it cannot be read now.</param>
public sealed record FlagForm(int Id, string? Author, string Html, string Title, bool FlaggedAlready);
