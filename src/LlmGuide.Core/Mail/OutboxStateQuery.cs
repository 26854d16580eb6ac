using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Mail;

/// <summary>Whether mails leave, for whoever runs the guide.</summary>
public sealed class OutboxStateQuery(IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    public async Task<OutboxState> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var unsent = db.Mails.AsNoTracking().Where(m => m.SentAt == null);
        var givenUp = await unsent.CountAsync(m => m.NotBefore >= Outbox.Never, cancellationToken);
        var waiting = unsent.Where(m => m.NotBefore < Outbox.Never);
        return new OutboxState(
            await waiting.CountAsync(cancellationToken),
            await waiting.CountAsync(m => m.NotBefore <= now, cancellationToken),
            await waiting.MinAsync(m => (DateTimeOffset?)m.CreatedAt, cancellationToken),
            givenUp,
            await unsent.Where(m => m.LastError != null).OrderByDescending(m => m.Id)
                .Select(m => m.LastError).FirstOrDefaultAsync(cancellationToken),
            await db.Mails.MaxAsync(m => m.SentAt, cancellationToken));
    }
}

/// <param name="Waiting">How many are not sent yet.</param>
/// <param name="GivenUp">How many will not be tried again.</param>
/// <param name="LastError">What the server last said against the newest that it did not take.</param>
/// <param name="LastSentAt">When one last left; those sent more than two weeks ago are forgotten.</param>
public sealed record OutboxState(
    int Waiting, int Due, DateTimeOffset? OldestAt, int GivenUp, string? LastError, DateTimeOffset? LastSentAt);
