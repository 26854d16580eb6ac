using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Mail;

/// <summary>
/// The mails that are to be sent, for whoever sends them. Taking one moves its <see cref="OutgoingMail.NotBefore"/> ahead, and
/// <see cref="Hold">holding</see> it does so again and again: until then no other sender, on whichever node, gets it, and after a crash it
/// comes back by itself.
/// What that guarantees, and what nothing can: docs/decisions/0012-outbox.md.
/// </summary>
public sealed class Outbox(IDbContextFactory<GuideDb> databases, Writing writing, Signal<OutgoingMail> signal, TimeProvider clock)
{
    /// <summary>
    /// So often a mail is tried that the server does not take for now; with the pauses that is four days (RFC 5321, 4.5.4.1).
    /// </summary>
    public const int MaxAttempts = 20;

    /// <summary>
    /// So often one is tried that the server refuses for good. More than once, since that is often a setting that somebody mends.
    /// </summary>
    public const int MaxRefusals = 3;

    private const int LongestError = 500;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(8);

    /// <summary>
    /// Sent mails hold addresses and links that were meant for one person; after this time they are of no use to anybody.
    /// </summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    /// <summary>When a mail is tried that was given up.</summary>
    internal static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a mail that no other change goes with, and wakes the sender.</summary>
    public async Task AddAsync(string to, MailContent content, CancellationToken cancellationToken)
    {
        await writing.RunAsync<Done>(
            db =>
            {
                db.Mails.Add(OutgoingMail.For(to, content, clock.GetUtcNow()));
                return Task.FromResult<Outcome<Done>>(default(Done));
            },
            cancellationToken);
        signal.Ring();
    }

    /// <summary>Takes the mail that is due longest.</summary>
    /// <returns>It belongs to the caller for <see cref="Lease.Length"/>, longer when held; <c>null</c> when none is due.</returns>
    public async Task<OutgoingMail?> TakeAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } mail)
        {
            var until = clock.GetUtcNow() + Lease.Length;

            // Where two senders saw the same mail, the second one finds another NotBefore, and takes nothing.
            if (await ChangeAsync(
                mail, set => set.SetProperty(m => m.NotBefore, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellationToken))
            {
                mail.NotBefore = until;
                mail.Attempts++;
                return mail;
            }
        }

        return null;
    }

    /// <summary>Keeps a mail that was taken while it is being sent. Dispose of it before anything else is said about the mail.</summary>
    public Lease Hold(OutgoingMail mail) => Lease.Hold(
        mail.NotBefore,
        async until =>
        {
            var kept = await ChangeAsync(mail, set => set.SetProperty(m => m.NotBefore, until), CancellationToken.None);
            mail.NotBefore = kept ? until : mail.NotBefore;
            return kept;
        },
        clock);

    /// <summary>The server took it: it is never sent again, whoever holds it now.</summary>
    public Task SentAsync(int id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writing.RunAsync<Done>(
            async db =>
            {
                await db.Mails.Where(m => m.Id == id && m.SentAt == null)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(m => m.SentAt, now).SetProperty(m => m.LastError, (string?)null), cancellationToken);
                return default(Done);
            },
            cancellationToken);
    }

    /// <summary>Nothing came of it, and not because of the mail: it is not counted as an attempt.</summary>
    public Task PutBackAsync(OutgoingMail mail, string why, TimeSpan pause, CancellationToken cancellationToken)
    {
        var (then, error) = (clock.GetUtcNow() + pause, Short(why));
        return ChangeAsync(
            mail,
            set => set.SetProperty(m => m.NotBefore, then)
                .SetProperty(m => m.Attempts, m => m.Attempts - 1).SetProperty(m => m.LastError, error),
            cancellationToken);
    }

    /// <summary>The server did not take it.</summary>
    /// <param name="mail">As <see cref="TakeAsync"/> gave it.</param>
    /// <param name="forGood">Whether the server will not take it later either.</param>
    /// <returns>Whether it is tried again.</returns>
    public async Task<bool> FailedAsync(OutgoingMail mail, string why, bool forGood, CancellationToken cancellationToken)
    {
        var again = mail.Attempts < (forGood ? MaxRefusals : MaxAttempts);
        var then = again ? clock.GetUtcNow() + (forGood ? LongestPause : PauseAfter(mail.Attempts)) : Never;
        var error = Short(why);
        await ChangeAsync(mail, set => set.SetProperty(m => m.NotBefore, then).SetProperty(m => m.LastError, error), cancellationToken);
        return again;
    }

    /// <summary>Forgets mails that were sent long ago.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - KeptFor;
        return writing.RunAsync<Done>(
            async db =>
            {
                await db.Mails.Where(m => m.SentAt < before).ExecuteDeleteAsync(cancellationToken);
                return default(Done);
            },
            cancellationToken);
    }

    /// <summary>1, 2, 4 … minutes, at most <see cref="LongestPause"/>.</summary>
    private static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), LongestPause.TotalMinutes));

    // Read without the write lock: most of the time there is nothing to take.
    private async Task<OutgoingMail?> NextAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Mails.AsNoTracking().Where(m => m.SentAt == null && m.NotBefore <= now)
            .OrderBy(m => m.NotBefore).ThenBy(m => m.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Changes a mail that is still as the caller saw it.</summary>
    private async Task<bool> ChangeAsync(
        OutgoingMail mail, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<OutgoingMail>> change,
        CancellationToken cancellationToken)
    {
        var changed = await writing.RunAsync<int>(
            async db => await db.Mails.Where(m => m.Id == mail.Id && m.SentAt == null && m.NotBefore == mail.NotBefore)
                .ExecuteUpdateAsync(change, cancellationToken),
            cancellationToken);
        return changed.Value == 1;
    }

    private static string Short(string why) => why.Length > LongestError ? why[..LongestError] : why;
}
