using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts;

/// <summary>
/// How many mails to one mailbox somebody can cause who has not shown that it is theirs. The limit of the visitor's address is no help
/// to a victim whose attackers have many. It is counted in the outbox, so for all nodes: the Message-IDs of the mailbox's mails of an
/// hour are known beforehand, and each is good once.
/// </summary>
public sealed class MailAllowance(Writing writing, TimeProvider clock)
{
    /// <summary>So many an hour; enough for whoever has mislaid one.</summary>
    public const int MostAnHour = 5;

    /// <returns>The Message-ID of one more mail; <c>null</c> when the mailbox has had its share of this hour.</returns>
    internal async Task<Guid?> TakeAsync(GuideDb db, string to, CancellationToken cancellationToken)
    {
        var (mailbox, hour) = (Mailbox(to), clock.GetUtcNow().ToUnixTimeSeconds() / 3600);
        await writing.HoldAsync(db, $"mail to {mailbox}", cancellationToken);
        var ids = Enumerable.Range(0, MostAnHour).Select(n => Id(mailbox, hour, n)).ToList();
        var taken = await db.Mails.Where(m => ids.Contains(m.MessageId)).Select(m => m.MessageId).ToListAsync(cancellationToken);
        taken.AddRange(db.Mails.Local.Select(m => m.MessageId));
        return ids.Except(taken).Select(id => (Guid?)id).FirstOrDefault();
    }

    /// <summary>
    /// "Ada+x@Example.org" is the mailbox of "ada@example.org" to those whose server takes tags, and somebody else's to few.
    /// </summary>
    private static string Mailbox(string to)
    {
        var at = to.LastIndexOf('@');
        var tag = to.IndexOf('+', StringComparison.Ordinal);
        return (tag > 0 && tag < at ? to[..tag] + to[at..] : to).ToLowerInvariant();
    }

    private static Guid Id(string mailbox, long hour, int n) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mailbox} {hour} {n}"))).AsSpan(0, 16));
}
