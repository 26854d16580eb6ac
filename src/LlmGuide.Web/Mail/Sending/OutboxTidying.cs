using LlmGuide.Core.Mail;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>Forgets old mails, once a day.</summary>
internal sealed class OutboxTidying(Outbox outbox, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private DateTimeOffset _tidiedAt;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - _tidiedAt >= Day)
        {
            _tidiedAt = clock.GetUtcNow();
            await outbox.ForgetAsync(cancellationToken);
        }
    }
}
