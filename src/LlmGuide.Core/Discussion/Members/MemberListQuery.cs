using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Members;

/// <summary>The members, for whoever manages them.</summary>
public sealed class MemberListQuery(IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    public const int MostRows = 200;

    /// <param name="filter">Whom to show, and in which order.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    /// <param name="size">Rows on a page; at most <see cref="MostRows"/>.</param>
    public async Task<Page<ListedMember>> RunAsync(MemberFilter filter, long page, int size, CancellationToken cancellationToken)
    {
        size = Math.Clamp(size, 1, MostRows);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var found = Found(db, filter);
        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, size);
        var items = await Rows(db, Ordered(db, found, filter).Skip((number - 1) * size).Take(size)).ToListAsync(cancellationToken);
        return new Page<ListedMember>(items, number, size, total);
    }

    /// <returns>One of them; <c>null</c> when nobody has this name.</returns>
    public async Task<ListedMember?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!MemberName.IsValid(name))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var normalized = name.ToUpperInvariant();
        return await Rows(db, db.Members.AsNoTracking().Where(m => m.NormalizedUserName == normalized))
            .SingleOrDefaultAsync(cancellationToken);
    }

    private IQueryable<Member> Found(GuideDb db, MemberFilter filter)
    {
        var now = clock.GetUtcNow();
        var found = db.Members.AsNoTracking();
        if (filter.Text?.Trim().ToUpperInvariant() is { Length: > 0 } wanted)
        {
            found = found.Where(
                m => m.NormalizedUserName!.Contains(wanted) || (m.NormalizedEmail != null && m.NormalizedEmail.Contains(wanted)));
        }

        if (filter.Role is { } role)
        {
            found = role == Role.None ? found.Where(m => m.Roles == Role.None) : found.Where(m => (m.Roles & role) == role);
        }

        return filter.State switch
        {
            MemberState.Active => found.Where(m => m.DisabledAt == null && (m.SuspendedUntil == null || m.SuspendedUntil <= now)),
            MemberState.Suspended => found.Where(m => m.SuspendedUntil > now),
            MemberState.Disabled => found.Where(m => m.DisabledAt != null),
            _ => found,
        };
    }

    // Every order ends in the name, which no two have, so that pages never overlap. Who was not seen stands before who was.
    private static IOrderedQueryable<Member> Ordered(GuideDb db, IQueryable<Member> found, MemberFilter filter)
    {
        var (comments, sessions, never) = (db.Comments, db.Sessions, DateTimeOffset.UnixEpoch);
        return ((filter.Sort, filter.Descending) switch
        {
            (MemberSort.Joined, false) => found.OrderBy(m => m.JoinedAt),
            (MemberSort.Joined, true) => found.OrderByDescending(m => m.JoinedAt),
            (MemberSort.Seen, false) => found.OrderBy(
                m => sessions.Where(s => s.MemberId == m.Id).Max(s => (DateTimeOffset?)s.SeenAt) ?? never),
            (MemberSort.Seen, true) => found.OrderByDescending(
                m => sessions.Where(s => s.MemberId == m.Id).Max(s => (DateTimeOffset?)s.SeenAt) ?? never),
            (MemberSort.Comments, false) => found.OrderBy(
                m => comments.Count(c => c.AuthorId == m.Id && c.State == CommentState.Standing)),
            (MemberSort.Comments, true) => found.OrderByDescending(
                m => comments.Count(c => c.AuthorId == m.Id && c.State == CommentState.Standing)),
            (_, true) => found.OrderByDescending(m => m.NormalizedUserName),
            _ => found.OrderBy(m => m.NormalizedUserName),
        }).ThenBy(m => m.NormalizedUserName);
    }

    private static IQueryable<ListedMember> Rows(GuideDb db, IQueryable<Member> members)
    {
        var (comments, sessions) = (db.Comments, db.Sessions);
        return members.Select(m => new ListedMember(
            m.Id, m.UserName!, m.Email, m.EmailConfirmed, m.Roles, m.JoinedAt,
            sessions.Where(s => s.MemberId == m.Id).Max(s => (DateTimeOffset?)s.SeenAt),
            comments.Count(c => c.AuthorId == m.Id && c.State == CommentState.Standing), m.SuspendedUntil, m.DisabledAt));
    }
}

/// <param name="Role">Who has this role; <see cref="Role.None"/>: who has none; <c>null</c>: everybody.</param>
/// <param name="State">Whether they may sign in and write; <c>null</c>: whichever.</param>
/// <param name="Descending">From the last to the first.</param>
public sealed record MemberFilter(
    string? Text = null, Role? Role = null, MemberState? State = null, MemberSort Sort = MemberSort.Name, bool Descending = false);

public enum MemberState
{
    Active,

    /// <summary>Reads only, for a while.</summary>
    Suspended,

    /// <summary>Cannot sign in.</summary>
    Disabled,
}

public enum MemberSort
{
    Name,
    Joined,
    Seen,
    Comments,
}

/// <param name="Name">How everybody calls them.</param>
/// <param name="Mail">Their address; <c>null</c> for none.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="JoinedAt">Since when they are a member.</param>
/// <param name="SeenAt">When a browser that is signed in was last used; <c>null</c> when none is.</param>
/// <param name="SuspendedUntil">Until when they read only; may be past.</param>
/// <param name="DisabledAt">Since when nobody can sign in.</param>
public sealed record ListedMember(
    int Id, string Name, string? Mail, bool MailConfirmed, Role Roles, DateTimeOffset JoinedAt, DateTimeOffset? SeenAt,
    int Comments, DateTimeOffset? SuspendedUntil, DateTimeOffset? DisabledAt);
