using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Mail;

/// <summary>When members are told by mail: as they chose when signed in, or with one click in a mail.</summary>
public sealed class MailChoice(IDbContextFactory<GuideDb> databases, Writing writing)
{
    /// <returns><c>null</c> when there is no such member.</returns>
    public async Task<MailFrequency?> OfAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Members.Where(m => m.Id == memberId)
            .Select(m => (MailFrequency?)m.MailRhythm).FirstOrDefaultAsync(cancellationToken);
    }

    /// <param name="unsubscribeKey">See <see cref="Member.UnsubscribeKey"/>.</param>
    /// <returns><c>null</c> when nobody has the key.</returns>
    public async Task<MailFrequency?> OfAsync(Guid unsubscribeKey, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Members.Where(m => m.UnsubscribeKey == unsubscribeKey)
            .Select(m => (MailFrequency?)m.MailRhythm).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>One's own choice: who is suspended may make it too.</summary>
    public Task<Outcome<Done>> SetAsync(Actor actor, MailFrequency rhythm, CancellationToken cancellationToken) =>
        SetAsync(db => db.Members.Where(m => m.Id == actor.Id), rhythm, cancellationToken);

    /// <summary>Whoever has the key may end the mails, and nothing else. Doing it twice does it once.</summary>
    public Task<Outcome<Done>> EndAsync(Guid unsubscribeKey, CancellationToken cancellationToken) =>
        SetAsync(db => db.Members.Where(m => m.UnsubscribeKey == unsubscribeKey), MailFrequency.Never, cancellationToken);

    private Task<Outcome<Done>> SetAsync(
        Func<GuideDb, IQueryable<Member>> whose, MailFrequency rhythm, CancellationToken cancellationToken) => writing.RunAsync<Done>(
            async db => await whose(db).ExecuteUpdateAsync(set => set.SetProperty(m => m.MailRhythm, rhythm), cancellationToken) == 1
                ? default(Done)
                : Refusal.NotThere("This unsubscribe link is no longer valid."),
            cancellationToken);
}
