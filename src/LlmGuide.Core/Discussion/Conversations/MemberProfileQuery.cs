using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>What everybody may know about a member: who they are here, and what they said lately.</summary>
public sealed class MemberProfileQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 20;

    /// <returns><c>null</c> when nobody has this name, or the account was closed.</returns>
    public async Task<MemberProfile?> RunAsync(string name, long page, CancellationToken cancellationToken)
    {
        if (!MemberName.IsValid(name))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var normalized = name.ToUpperInvariant();
        var member = await db.Members.AsNoTracking().Where(m => m.NormalizedUserName == normalized && m.DisabledAt == null)
            .Select(m => new { m.Id, m.UserName, m.JoinedAt, m.Roles, m.About }).SingleOrDefaultAsync(cancellationToken);
        if (member is null)
        {
            return null;
        }

        var standing = db.Comments.AsNoTracking().Where(c => c.AuthorId == member.Id && c.State == CommentState.Standing);
        var total = await standing.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var conversations = db.Conversations;
        var said = await standing.OrderByDescending(c => c.CreatedAt)
            .ThenByDescending(c => c.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Join(conversations, c => c.ConversationId, c => c.Id, (c, about) => new OwnComment(
                c.Id, about.Title, c.Kind, c.Body.Html, c.CreatedAt))
            .ToListAsync(cancellationToken);
        return new MemberProfile(
            member.UserName!, member.JoinedAt, member.Roles, member.About, new Page<OwnComment>(said, number, PageSize, total));
    }
}

/// <param name="Name">How everybody calls them.</param>
/// <param name="JoinedAt">Since when they are a member.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="About">Their own words; plain text.</param>
/// <param name="Comments">What they said, the newest first; only what can be read where it was said.</param>
public sealed record MemberProfile(string Name, DateTimeOffset JoinedAt, Role Roles, string About, Page<OwnComment> Comments);

/// <param name="Subject">The title of what it is about.</param>
/// <param name="Html">Safe HTML.</param>
public sealed record OwnComment(int Id, string Subject, CommentKind Kind, string Html, DateTimeOffset At);
