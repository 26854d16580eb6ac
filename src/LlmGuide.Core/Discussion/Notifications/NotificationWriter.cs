using System.Globalization;
using System.Text;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>
/// Tells members of what happened in a conversation, in the transaction in which it happened. One event is one notification for
/// each member: the strongest reason wins, nobody is told of what they did themselves, and a level (<see cref="FollowLevel"/>) is
/// respected. Telling twice tells once.
/// </summary>
internal static class NotificationWriter
{
    /// <summary>
    /// One statement, however many follow: read and written back one by one, a thousand followers would hold SQLite's only write
    /// lock for the time that a hundred comments take. The few who are addressed come first; a follower among them is told as one of them.
    /// SQL, since LINQ has no INSERT … SELECT; both databases have it in these words.
    /// </summary>
    private static readonly CompositeFormat Insert = CompositeFormat.Parse("""
        INSERT INTO "Notifications" ("MemberId", "Reason", "CommentId", "Event", "Words", "ByMemberId", "At", "MailedAt")
        SELECT told."MemberId", told."Reason", @comment, @event, '', NULLIF(@by, 0), @at, @mailed
        FROM (
            SELECT m."Id" AS "MemberId", CASE {0} END AS "Reason"
            FROM "Members" AS m
            LEFT JOIN "Subscriptions" AS s ON s."MemberId" = m."Id" AND s."ConversationId" = @conversation
            WHERE m."Id" IN ({1}) AND (s."Level" IS NULL OR s."Level" <> 'Muted')
            UNION ALL
            SELECT s."MemberId", 'Followed'
            FROM "Subscriptions" AS s
            WHERE s."ConversationId" = @conversation AND s."Level" = 'Following' AND s."MemberId" NOT IN ({1})
        ) AS told
        INNER JOIN "Members" AS member ON member."Id" = told."MemberId" AND member."DisabledAt" IS NULL
        WHERE told."MemberId" <> @by{2}
            AND NOT EXISTS (SELECT 1 FROM "Notifications" AS n WHERE n."MemberId" = told."MemberId" AND n."Event" = @event)
        """);

    /// <summary>
    /// Tells of a comment that can be read now: a new one, or one that was held, or one whose change mentions somebody else.
    /// </summary>
    /// <param name="db">In a transaction; the comment is saved.</param>
    /// <param name="parentAuthorId">Who wrote what it replies to; <c>null</c> at the top, and for a former member.</param>
    /// <returns>How many members were told.</returns>
    public static Task<int> OfCommentAsync(
        GuideDb db, CommentEvent comment, int? parentAuthorId, IReadOnlyCollection<int> mentioned,
        DateTimeOffset now, CancellationToken cancellationToken) =>
        InsertAsync(
            db,
            comment,
            string.Create(CultureInfo.InvariantCulture, $"comment:{comment.CommentId}"),
            [(NotificationReason.Mention, mentioned), (NotificationReason.Reply, parentAuthorId is { } author ? [author] : [])],
            now,
            cancellationToken);

    /// <summary>Tells who asked and who answered that a reply is the answer.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="answererId">Who wrote the reply; <c>null</c> for a former member.</param>
    /// <param name="askerId">Who asked; <c>null</c> for a former member.</param>
    /// <returns>How many members were told.</returns>
    public static Task<int> OfAnswerAsync(
        GuideDb db, CommentEvent answer, int? answererId, int? askerId, DateTimeOffset now, CancellationToken cancellationToken) =>
        InsertAsync(db, answer, AnswerEvent(answer.CommentId), [(
            NotificationReason.Answer, [.. new[] { answererId, askerId }.OfType<int>()])], now, cancellationToken);

    /// <summary>The comment cannot be read any more: nobody need be told. What a moderator said about it stays.</summary>
    public static Task<int> WithdrawAsync(GuideDb db, int commentId, CancellationToken cancellationToken) =>
        db.Notifications.Where(n => n.CommentId == commentId && n.Reason != NotificationReason.Moderation)
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>The reply is not the answer after all.</summary>
    public static Task<int> WithdrawAnswerAsync(GuideDb db, int commentId, CancellationToken cancellationToken)
    {
        var happened = AnswerEvent(commentId);
        return db.Notifications.Where(n => n.CommentId == commentId && n.Event == happened).ExecuteDeleteAsync(cancellationToken);
    }

    private static string AnswerEvent(int commentId) => string.Create(CultureInfo.InvariantCulture, $"answer:{commentId}");

    /// <param name="db">In a transaction.</param>
    /// <param name="addressed">Who is told whatever they follow, and why; the strongest reason first.</param>
    private static Task<int> InsertAsync(
        GuideDb db,
        CommentEvent told,
        string happened,
        IReadOnlyList<(NotificationReason Reason, IReadOnlyCollection<int> Members)> addressed,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Numbers of ours, not text of anybody's: they can stand in the statement, which has no place for a list as a parameter.
        var cases = string.Join(
            ' ', addressed.Where(a => a.Members.Count > 0).Select(a => $"WHEN m.\"Id\" IN ({List(a.Members)}) THEN '{a.Reason}'"));
        var members = addressed.SelectMany(a => a.Members).Distinct().ToList();
        var sql = string.Format(
            CultureInfo.InvariantCulture, Insert, cases.Length > 0 ? cases : "WHEN 1 = 0 THEN ''",
            members.Count > 0 ? List(members) : "-1", Among(told.Readers));
        return db.Database.ExecuteSqlRawAsync(
            sql,
            [
                db.ParameterFor<Notification>(nameof(Notification.CommentId), "@comment", told.CommentId),
                db.ParameterFor<Notification>(nameof(Notification.Event), "@event", happened),
                db.ParameterFor<Notification>(nameof(Notification.ByMemberId), "@by", told.ByMemberId),
                db.ParameterFor<Notification>(nameof(Notification.At), "@at", now),
                db.ParameterFor<Notification>(nameof(Notification.MailedAt), "@mailed", told.MailedAt),
                db.ParameterFor<Subscription>(nameof(Subscription.ConversationId), "@conversation", told.ConversationId),
            ],
            cancellationToken);
    }

    private static string Among(IReadOnlyCollection<int>? readers) =>
        readers is null ? "" : $" AND told.\"MemberId\" IN ({(readers.Count > 0 ? List(readers) : "-1")})";

    private static string List(IEnumerable<int> ids) => string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}

/// <param name="ByMemberId">Who did it, and is therefore not told; 0 for the guide.</param>
/// <param name="MailedAt">When a mail told of it already.</param>
internal sealed record CommentEvent(int CommentId, int ConversationId, int ByMemberId, DateTimeOffset? MailedAt = null)
{
    /// <summary>Nobody else is told, whoever was addressed or follows; <c>null</c> for everybody.</summary>
    public IReadOnlyCollection<int>? Readers { get; init; }
}
