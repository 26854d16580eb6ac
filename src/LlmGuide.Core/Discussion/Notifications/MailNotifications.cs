using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>
/// Writes the mails about what was not read on the site, and of checks that came back: to each member one of all that is due. Several
/// nodes may run it at once: a mail is written in the transaction that marks its notifications, and only if they are all still as they
/// were read.
/// </summary>
public sealed class MailNotifications(
    IDbContextFactory<GuideDb> databases, Writing writing, INotificationMail mails,
    IDueReviews reviews, Signal<OutgoingMail> signal, DiscussionOptions options, TimeProvider clock)
{
    /// <summary>How many notifications a mail tells of one by one.</summary>
    private const int MostLines = 20;

    private const int MembersAtOnce = 50;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>What is older is no news: who turns mails on is not sent the past.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(30);

    private static readonly Refusal Changed = Refusal.Rule("Something was read or mailed meanwhile; the next round sees it.");

    /// <returns>How many mails were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await WriteAsync(db => Notified(db, now), now, cancellationToken)
            + await WriteAsync(db => Reviewing(db, now), now, cancellationToken);
    }

    private async Task<int> WriteAsync(
        Func<GuideDb, IQueryable<Member>> whose, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (written, last) = (0, 0);
        while (await ReadersAsync(whose, now, last, cancellationToken) is { Count: > 0 } members)
        {
            foreach (var member in members)
            {
                if (await WriteAsync(member, now, cancellationToken))
                {
                    written++;
                    signal.Ring();
                }
            }

            last = members[^1].Id;
        }

        return written;
    }

    private IQueryable<Member> Notified(GuideDb db, DateTimeOffset now)
    {
        var due = Due(db, now).Select(n => n.MemberId);
        var aWeekAgo = now - Week;
        return db.Members.Where(m => due.Contains(m.Id)
            && (m.MailRhythm == MailFrequency.Soon
                || (m.MailRhythm == MailFrequency.Weekly && (m.DigestAt == null || m.DigestAt <= aWeekAgo))));
    }

    /// <summary>Who stays away is not reminded for ever: once nothing comes back any more, the mails end with the news.</summary>
    private IQueryable<Member> Reviewing(GuideDb db, DateTimeOffset now)
    {
        var aWeekAgo = now - Week;
        return reviews.Among(
            db, db.Members.Where(m => m.ReviewMails && (m.DigestAt == null || m.DigestAt <= aWeekAgo)), now - News, now);
    }

    private async Task<List<Reader>> ReadersAsync(
        Func<GuideDb, IQueryable<Member>> whose, DateTimeOffset now, int after, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var aWeekAgo = now - Week;
        return await whose(db)
            .Where(m => m.Id > after && m.EmailConfirmed && m.Email != null && m.DisabledAt == null)
            .OrderBy(m => m.Id).Take(MembersAtOnce)
            .Select(m => new Reader(
                m.Id, m.UserName!, m.Email!, m.MailRhythm, m.DigestAt, m.DigestAt == null || m.DigestAt <= aWeekAgo,
                m.ReviewMails, m.UnsubscribeKey))
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> WriteAsync(Reader member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (total, lines) = member.Rhythm == MailFrequency.Never ? (0, []) : await UnreadAsync(member, now, cancellationToken);
        var due = member.AWeekIsOver && member.ReviewMails ? await reviews.CountAsync(member.Id, cancellationToken) : 0;
        if (lines.Count == 0 && due == 0)
        {
            return false;
        }

        // Written before the transaction: it would keep everybody else from writing meanwhile.
        var content = mails.Write(new NotificationDigest(member.Name, member.Rhythm, lines, total, member.UnsubscribeKey, due));
        var weekly = member.Rhythm == MailFrequency.Weekly || due > 0;
        var outcome = await writing.RunAsync<Done>(
            db => MarkAsync(
                db, member, new Told(content, lines.Count == 0 ? 0 : lines[0].Id, total, weekly), now, cancellationToken),
            cancellationToken);
        return outcome.Refusal is null;
    }

    private async Task<(int Total, List<NotificationLine> Lines)> UnreadAsync(
        Reader member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var unread = Due(db, now).AsNoTracking().Where(n => n.MemberId == member.Id);
        var total = await unread.CountAsync(cancellationToken);
        var lines = await db.ToldOf(unread.OrderByDescending(n => n.Id).Take(MostLines), db.Comments).ToListAsync(cancellationToken);
        lines.Sort((a, b) => b.Id.CompareTo(a.Id));
        return (total, lines);
    }

    private async Task<Outcome<Done>> MarkAsync(
        GuideDb db, Reader member, Told told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The member's row first: another node waits here until this one has committed, and then finds nothing left to mark.
        var unchanged = db.Members.Where(m => m.Id == member.Id && m.MailRhythm == member.Rhythm && m.DigestAt == member.DigestAt
            && m.ReviewMails == member.ReviewMails);
        var digestAt = told.Weekly ? now : member.DigestAt;
        if (await unchanged.ExecuteUpdateAsync(set => set.SetProperty(m => m.DigestAt, digestAt), cancellationToken) != 1
            || await Due(db, now).Where(n => n.MemberId == member.Id && n.Id <= told.Newest)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.MailedAt, now), cancellationToken) != told.Total)
        {
            return Changed;
        }

        db.Mails.Add(OutgoingMail.For(member.Email, told.Content, now));
        return default(Done);
    }

    /// <summary>
    /// Unread for long enough, not told of by mail, and still to be seen on the site, by everybody: what is said in private is not sent
    /// through servers of others.
    /// </summary>
    private IQueryable<Notification> Due(GuideDb db, DateTimeOffset now)
    {
        var (before, after) = (now.AddMinutes(-options.MailAfterMinutes), now - News);
        var standing = db.Comments.Where(c => c.State == CommentState.Standing).Select(c => (int?)c.Id);
        return db.Notifications.Where(n => n.MailedAt == null && n.ReadAt == null && n.At <= before && n.At > after
            && (n.CommentId == null || n.Reason == NotificationReason.Moderation || standing.Contains(n.CommentId)));
    }

    private sealed record Reader(
        int Id, string Name, string Email, MailFrequency Rhythm, DateTimeOffset? DigestAt, bool AWeekIsOver, bool ReviewMails,
        Guid UnsubscribeKey);

    /// <param name="Newest">The number of the newest notification that it tells of; 0 for none.</param>
    private sealed record Told(MailContent Content, int Newest, int Total, bool Weekly);
}
