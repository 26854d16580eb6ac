using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>What everybody may know about a member: who they are here, and what they said lately.</summary>
public sealed class MemberProfileQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 20;

    private const int SubjectsShown = 5;

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
        var (conversations, questions) = (db.Conversations, db.Comments.Where(q => q.Kind == CommentKind.Question));
        var said = await standing.OrderByDescending(c => c.CreatedAt)
            .ThenByDescending(c => c.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Join(conversations, c => c.ConversationId, c => c.Id, (c, about) => new OwnComment(
                c.Id, about.Title, c.Kind, c.Body.Html, c.CreatedAt)
            {
                IsAnswer = questions.Any(q => q.AnswerId == c.Id),
                ToQuestion = questions.Any(q => q.Id == c.RootId && q.AuthorId != member.Id),
            })
            .ToListAsync(cancellationToken);
        return new MemberProfile(
            member.UserName!, member.JoinedAt, member.Roles, member.About, new Page<OwnComment>(said, number, PageSize, total))
        {
            Help = await HelpAsync(db, member.Id, cancellationToken),
        };
    }

    /// <summary>What they said to questions of others.</summary>
    private static async Task<MemberHelp> HelpAsync(GuideDb db, int memberId, CancellationToken cancellationToken)
    {
        var questions = db.Comments.Where(q => q.Kind == CommentKind.Question && q.AuthorId != memberId);
        var answers = db.Comments.AsNoTracking().Where(
            c => c.AuthorId == memberId && c.State == CommentState.Standing && questions.Any(q => q.Id == c.RootId));
        var most = answers.GroupBy(c => c.ConversationId).Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(SubjectsShown);
        var subjects = await most
            .Join(db.Conversations, g => g.Key, c => c.Id, (g, c) => new HelpedSubject(c.Type, c.Slug, c.Title, g.Count))
            .ToListAsync(cancellationToken);
        return new MemberHelp(
            await answers.Select(c => c.RootId).Distinct().CountAsync(cancellationToken),
            await answers.CountAsync(c => questions.Any(q => q.AnswerId == c.Id), cancellationToken),
            [.. subjects.OrderByDescending(subject => subject.Answers).ThenBy(subject => subject.Title, StringComparer.Ordinal)]);
    }
}

/// <param name="Name">How everybody calls them.</param>
/// <param name="JoinedAt">Since when they are a member.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="About">Their own words; plain text.</param>
/// <param name="Comments">What they said, the newest first; only what can be read where it was said.</param>
public sealed record MemberProfile(string Name, DateTimeOffset JoinedAt, Role Roles, string About, Page<OwnComment> Comments)
{
    public MemberHelp Help { get; init; } = new(0, 0, []);
}

/// <param name="Questions">How many questions of others they said something to.</param>
/// <param name="Accepted">How many of their replies are the answer.</param>
/// <param name="Subjects">Where, the most first.</param>
public sealed record MemberHelp(int Questions, int Accepted, IReadOnlyList<HelpedSubject> Subjects);

/// <param name="Answers">How many of their comments stand below questions about it.</param>
public sealed record HelpedSubject(SubjectType Type, string Slug, string Title, int Answers);

/// <param name="Subject">The title of what it is about.</param>
/// <param name="Html">Safe HTML.</param>
public sealed record OwnComment(int Id, string Subject, CommentKind Kind, string Html, DateTimeOffset At)
{
    /// <summary>Whether it is the answer to a question.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Whether it stands below somebody else's question.</summary>
    public bool ToQuestion { get; init; }
}
