using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Mail;

/// <summary>When members are told by mail: as they chose when signed in, or with one click in a mail.</summary>
public sealed class MailChoice(IDbContextFactory<GuideDb> databases, Writing writing)
{
    /// <returns><c>null</c> when there is no such member.</returns>
    public Task<MailWishes?> OfAsync(int memberId, CancellationToken cancellationToken) =>
        OfAsync(db => db.Members.Where(m => m.Id == memberId), cancellationToken);

    /// <param name="unsubscribeKey">See <see cref="Member.UnsubscribeKey"/>.</param>
    /// <returns><c>null</c> when nobody has the key.</returns>
    public Task<MailWishes?> OfAsync(Guid unsubscribeKey, CancellationToken cancellationToken) =>
        OfAsync(db => db.Members.Where(m => m.UnsubscribeKey == unsubscribeKey), cancellationToken);

    /// <summary>One's own choice: who is suspended may make it too.</summary>
    public Task<Outcome<Done>> SetAsync(Actor actor, MailWishes wishes, CancellationToken cancellationToken) =>
        SetAsync(db => db.Members.Where(m => m.Id == actor.Id), wishes, cancellationToken);

    /// <summary>Whoever has the key may end the mails, and nothing else. Doing it twice does it once.</summary>
    public Task<Outcome<Done>> EndAsync(Guid unsubscribeKey, CancellationToken cancellationToken) =>
        SetAsync(db => db.Members.Where(m => m.UnsubscribeKey == unsubscribeKey), MailWishes.None, cancellationToken);

    private async Task<MailWishes?> OfAsync(Func<GuideDb, IQueryable<Member>> whose, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await whose(db).Select(m => new MailWishes(m.MailRhythm, m.ReviewMails)).FirstOrDefaultAsync(cancellationToken);
    }

    private Task<Outcome<Done>> SetAsync(
        Func<GuideDb, IQueryable<Member>> whose, MailWishes wishes, CancellationToken cancellationToken) => writing.RunAsync<Done>(
            async db => await whose(db).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.MailRhythm, wishes.Notifications).SetProperty(m => m.ReviewMails, wishes.Reviews),
                cancellationToken) == 1
                ? default(Done)
                : Refusal.NotThere("This unsubscribe link is no longer valid."),
            cancellationToken);
}

/// <param name="Notifications">When to be told of what was not read on the site.</param>
/// <param name="Reviews">Whether to be told once a week how many checks have come back.</param>
public sealed record MailWishes(MailFrequency Notifications, bool Reviews)
{
    public static readonly MailWishes None = new(MailFrequency.Never, Reviews: false);
}
