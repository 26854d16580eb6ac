using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Faults;

namespace LlmGuide.Web.Discussion.Notifications;

/// <summary>Writes the mails that are due, every minute for as long as the application runs; once a day it forgets what is old.</summary>
internal sealed partial class NotificationMailer(
    MailNotifications mails, ForgetNotifications forget, TimeProvider clock, JobRuns runs,
    DatabaseOutage outage, ILogger<NotificationMailer> log) : BackgroundService
{
    private const string Job = "Writing mails about notifications";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private DateTimeOffset _forgotAt;
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RoundsAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would call it a fault where it stops because something else could not start.
        }
    }

    private async Task RoundsAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await mails.RunAsync(stoppingToken);
                if (clock.GetUtcNow() - _forgotAt >= Day)
                {
                    _forgotAt = clock.GetUtcNow();
                    await forget.RunAsync(stoppingToken);
                }

                _failing = false;
                runs.Ran(Job);
            }
#pragma warning disable CA1031 // A database that is away, or a mistake here, must not end the site: the next round tries again.
            catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
            {
                runs.Ran(Job, broken);

                // Once, and not with every round until it is mended.
                if (outage.Note(broken) is null && !_failing)
                {
                    LogBroken(log, broken);
                }

                _failing = true;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails about notifications could not be written; the next round tries again.")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}
