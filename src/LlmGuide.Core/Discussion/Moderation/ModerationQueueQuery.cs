using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>What waits for a moderator: comments that are flagged, hidden or held, those that wait longest first.</summary>
public sealed class ModerationQueueQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <summary>How many comments wait, for the menu of moderators.</summary>
    public async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Waiting(db).CountAsync(cancellationToken);
    }

    /// <param name="filter">What to show, and in which order.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<Page<ModerationCase>> RunAsync(ModerationFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var open = Open(db);
        var waiting = Found(db, filter);
        var total = await waiting.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = (filter.Descending
            ? waiting.OrderByDescending(c => open.Where(f => f.CommentId == c.Id).Min(f => (DateTimeOffset?)f.At) ?? c.StateSince)
            : waiting.OrderBy(c => open.Where(f => f.CommentId == c.Id).Min(f => (DateTimeOffset?)f.At) ?? c.StateSince))
            .ThenBy(c => c.Id).Skip((number - 1) * PageSize).Take(PageSize);
        return new Page<ModerationCase>(await CasesAsync(db, rows, cancellationToken), number, PageSize, total);
    }

    /// <returns>One comment, whether it waits or not; <c>null</c> when there is none.</returns>
    public async Task<ModerationCase?> FindAsync(int commentId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await CasesAsync(db, db.Comments.AsNoTracking().Where(c => c.Id == commentId), cancellationToken)).SingleOrDefault();
    }

    private static IQueryable<Comment> Found(GuideDb db, ModerationFilter filter)
    {
        var (open, members, found) = (Open(db), db.Members, Waiting(db));
        if (filter.State is { } state)
        {
            found = found.Where(c => c.State == state);
        }

        if (filter.Reason is { } reason)
        {
            found = found.Where(c => open.Any(f => f.CommentId == c.Id && f.Reason == reason));
        }

        if (filter.Text?.Trim() is not { Length: > 0 } text)
        {
            return found;
        }

        var (said, name) = (text.ToLowerInvariant(), text.ToUpperInvariant());
        return found.Where(c => c.Body.Markdown.ToLower().Contains(said)
            || members.Any(m => m.Id == c.AuthorId && m.NormalizedUserName!.Contains(name)));
    }

    private static IQueryable<CommentFlag> Open(GuideDb db) => db.Flags.Where(f => f.SettledAt == null);

    private static IQueryable<Comment> Waiting(GuideDb db)
    {
        var open = Open(db);
        return db.Comments.AsNoTracking().Where(c => c.State == CommentState.Hidden || c.State == CommentState.Held
            || (c.State == CommentState.Standing && open.Any(f => f.CommentId == c.Id)));
    }

    private static async Task<List<ModerationCase>> CasesAsync(
        GuideDb db, IQueryable<Comment> comments, CancellationToken cancellationToken)
    {
        var (members, conversations) = (db.Members, db.Conversations);
        var rows = await comments.Select(c => new
        {
            Comment = c,
            Author = members.Where(m => m.Id == c.AuthorId).Select(m => m.UserName).FirstOrDefault(),
            About = conversations.First(s => s.Id == c.ConversationId),
        }).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Comment.Id).ToList();

        // Not paged: so many members at most as it takes to hide a page of comments.
        var flags = await db.Flags.AsNoTracking().Where(f => ids.Contains(f.CommentId) && f.SettledAt == null)
            .OrderBy(f => f.At).ThenBy(f => f.MemberId)
            .Join(db.Members, f => f.MemberId, m => m.Id, (f, m) =>
                new { f.CommentId, Flag = new OpenFlag(f.Reason, f.Weight, m.UserName!, f.At) })
            .ToListAsync(cancellationToken);
        var flagsOf = flags.ToLookup(f => f.CommentId, f => f.Flag);
        return [.. rows.Select(r => new ModerationCase(
            r.Comment.Id, r.Comment.State, r.Author, r.Comment.Body.Markdown, r.Comment.Body.Html, r.Comment.Links,
            r.Comment.CreatedAt, r.Comment.RemovalReason,
            r.About.Type, r.About.Slug, r.About.Title, [.. flagsOf[r.Comment.Id]]))];
    }
}

/// <param name="Text">In what the comment says, or in the name of its author.</param>
/// <param name="State">Why it waits: held, hidden, or standing with flags.</param>
/// <param name="Reason">What a flag says of it.</param>
/// <param name="Descending">Those last that wait longest.</param>
public sealed record ModerationFilter(
    string? Text = null, CommentState? State = null, FlagReason? Reason = null, bool Descending = false);

/// <param name="Id">The comment's.</param>
/// <param name="State">Why it waits: held, hidden, or standing with flags.</param>
/// <param name="Author">The author's name; <c>null</c> for a former member.</param>
/// <param name="Markdown">What it says, as it was typed.</param>
/// <param name="Html">What it says, as safe HTML, whatever its state: for moderators only.</param>
/// <param name="Flags">Those that nobody has decided about, oldest first.</param>
public sealed record ModerationCase(
    int Id,
    CommentState State,
    string? Author,
    string Markdown,
    string Html,
    int Links,
    DateTimeOffset CreatedAt,
    string? RemovalReason,
    SubjectType Type,
    string Slug,
    string Title,
    IReadOnlyList<OpenFlag> Flags)
{
    /// <summary>How much the flags weigh together.</summary>
    public int Weight => Flags.Sum(f => f.Weight);

    /// <summary>Since when it waits, as far as its flags say; else when it was written.</summary>
    public DateTimeOffset Since => Flags.Count > 0 ? Flags[0].At : CreatedAt;
}

public sealed record OpenFlag(FlagReason Reason, int Weight, string By, DateTimeOffset At);
