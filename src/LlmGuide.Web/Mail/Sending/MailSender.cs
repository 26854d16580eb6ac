using LlmGuide.Core.Mail;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>Sends mails for as long as the application runs, whenever the outbox rings.</summary>
internal sealed class MailSender(MailBatch round, OutboxTidying tidying, OutboxSignal signal, MailStatus report) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(stoppingToken);
                await SendAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would call it a fault where it stops because something else could not start.
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await round.RunAsync(cancellationToken);
            await tidying.RunAsync(cancellationToken);
            report.Went();
        }
#pragma warning disable CA1031 // A database that is away, or a mistake here, must not end the site: the next round tries again.
        catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
        {
            report.Broke(broken);
        }
    }
}
