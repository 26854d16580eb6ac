using LlmGuide.Core.Mail;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>Rings every half minute, for the mails that nobody rang for.</summary>
internal sealed class OutboxClock(OutboxSignal signal, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                signal.Ring();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would call it a fault where it stops because something else could not start.
        }
    }
}
