using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>What a member was told, newest first. What is new in one followed conversation is one line.</summary>
public sealed class NotificationsQuery(IDbContextFactory<GuideDb> databases, ReadableDiscussion readable)
{
    public const int PageSize = 30;

    /// <summary>Beyond that nobody wants to know how many.</summary>
    private const int MostCounted = 100;

    // Not static: a compiled query belongs to the model of one database.
    private readonly Func<GuideDb, int, CancellationToken, Task<int>> _unread = EF.CompileAsyncQuery(
        (GuideDb db, int memberId, CancellationToken _) =>
            db.Set<Notification>().Where(n => n.MemberId == memberId && n.ReadAt == null).OrderBy(n => n.Id).Take(MostCounted).Count());

    /// <summary>For the bell on every page.</summary>
    /// <returns>At most 100.</returns>
    public async Task<int> UnreadAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await _unread(db, memberId, cancellationToken);
    }

    public async Task<NotificationsView> RunAsync(int memberId, NotificationFilter filter, int page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unread = await _unread(db, memberId, cancellationToken);
        var newest = await db.Notifications.Where(n => n.MemberId == memberId).MaxAsync(n => (int?)n.Id, cancellationToken) ?? 0;
        var lines = Grouped(db, Asked(db, memberId, filter));
        var total = await lines.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var shown = await lines.OrderByDescending(line => line.Newest)
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var facts = await FactsAsync(db, memberId, [.. shown.Select(line => line.Newest)], cancellationToken);
        return new NotificationsView(
            new Page<NotificationLine>([.. shown.Select(line => facts[line.Newest] with { Count = line.Count })], number, PageSize, total),
            unread, newest);
    }

    private static IQueryable<Notification> Asked(GuideDb db, int memberId, NotificationFilter filter)
    {
        var all = db.Notifications.AsNoTracking().Where(n => n.MemberId == memberId);
        return filter switch
        {
            NotificationFilter.Replies => all.Where(n => n.Reason == NotificationReason.Reply
                || n.Reason == NotificationReason.Mention || n.Reason == NotificationReason.Answer),
            NotificationFilter.Followed => all.Where(n => n.Reason == NotificationReason.Followed),
            NotificationFilter.Guide => all.Where(n => n.Reason == NotificationReason.Moderation),
            _ => all,
        };
    }

    /// <summary>What was read together stays together, since it was read at the same moment.</summary>
    private static IQueryable<Line> Grouped(GuideDb db, IQueryable<Notification> asked)
    {
        var comments = db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll);
        return
            from n in asked
            join c in comments on n.CommentId equals c.Id into found
            from c in found.DefaultIfEmpty()
            group n.Id by new
            {
                Single = n.Reason == NotificationReason.Followed ? 0 : n.Id,
                Conversation = n.Reason == NotificationReason.Followed && c != null ? c.ConversationId : 0,
                n.ReadAt,
            }
            into line
            select new Line { Newest = line.Max(), Count = line.Count() };
    }

    private async Task<Dictionary<int, NotificationLine>> FactsAsync(
        GuideDb db, int memberId, List<int> ids, CancellationToken cancellationToken)
    {
        var told = db.Notifications.AsNoTracking().Where(n => ids.Contains(n.Id));
        var rows = await db.ToldOf(told, readable.Comments(db, memberId)).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id);
    }

    private sealed class Line
    {
        public required int Newest { get; init; }

        public required int Count { get; init; }
    }
}

/// <param name="Unread">How many notifications are unread in all; at most 100.</param>
/// <param name="Newest">The newest notification there is, shown or not: what comes after it has not been seen.</param>
public sealed record NotificationsView(Page<NotificationLine> Lines, int Unread, int Newest);

/// <summary>One line: what happened, or what happened again and again in a conversation that is followed.</summary>
/// <param name="Id">The newest notification of it.</param>
/// <param name="Event">See <see cref="Notification.Event"/>.</param>
/// <param name="By">Who did it, by name; <c>null</c> for the guide, and for a former member.</param>
/// <param name="Text">
/// What is to be read here: the comment's source where it can be read, otherwise a moderator's or curator's words. Markdown.
/// </param>
/// <param name="Html">The comment as it is shown, where it can be read.</param>
public sealed record NotificationLine(
    int Id,
    NotificationReason Reason,
    string Event,
    string? By,
    int? CommentId,
    NotificationSubject? Subject,
    string Text,
    DateTimeOffset At,
    bool Read,
    int Count = 1,
    string? Html = null);

public sealed record NotificationSubject(int ConversationId, SubjectType Type, string Slug, string Title);

/// <summary>Which notifications to show.</summary>
public enum NotificationFilter
{
    All,

    /// <summary>Replies, mentions and answers.</summary>
    Replies,

    Followed,

    /// <summary>What moderators and curators decided.</summary>
    Guide,
}

internal static class NotificationFacts
{
    extension(GuideDb db)
    {
        /// <summary>Everything that a page or a mail says of each of them, in no order.</summary>
        /// <param name="comments">Those that may be read by who is told.</param>
        public IQueryable<NotificationLine> ToldOf(IQueryable<Notification> notifications, IQueryable<Comment> comments)
        {
            var (conversations, members) = (db.Conversations, db.Members);
            return
                from n in notifications
                join c in comments on n.CommentId equals c.Id into found
                from c in found.DefaultIfEmpty()
                join t in conversations on c.ConversationId equals t.Id into about
                from t in about.DefaultIfEmpty()
                join m in members on n.ByMemberId equals m.Id into who
                from m in who.DefaultIfEmpty()
                select new NotificationLine(
                    n.Id,
                    n.Reason,
                    n.Event,
                    m == null ? null : m.UserName,
                    n.CommentId,
                    t == null ? null : new NotificationSubject(t.Id, t.Type, t.Slug, t.Title),
                    n.Words != "" ? n.Words
                        : c != null && c.State == CommentState.Standing && n.Reason != NotificationReason.Moderation ? c.Body.Markdown : "",
                    n.At,
                    n.ReadAt != null,
                    1,
                    n.Words == "" && c != null && c.State == CommentState.Standing && n.Reason != NotificationReason.Moderation
                        ? c.Body.Html : null);
        }
    }
}
