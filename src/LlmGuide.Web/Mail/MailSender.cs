using LlmGuide.Core.Mail;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Mail;

/// <summary>Sends mails for as long as the application runs: when the outbox rings, and every half minute for those that nobody rang for.</summary>
internal sealed partial class MailSender(
    MailRound round, Outbox outbox, OutboxSignal signal, SmtpOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, JobRuns runs, ILogger<MailSender> log) : BackgroundService
{
    private const string Job = "Sending mails";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private DateTimeOffset _tidiedAt;
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Host.Length == 0)
        {
            // Not before the site is up: one that cannot start has only that to say.
            lifetime.ApplicationStarted.Register(() => LogFolder(log, options.Folder));
        }

        try
        {
            await Task.WhenAll(TickAsync(stoppingToken), SendAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would call it a fault where it stops because something else could not start.
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            signal.Ring();
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await signal.WaitAsync(cancellationToken);
            try
            {
                await round.RunAsync(cancellationToken);
                await TidyAsync(cancellationToken);

                _failing = false;
                runs.Ran(Job);
            }
#pragma warning disable CA1031 // A database that is away, or a mistake here, must not end the site: the next round tries again.
            catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
            {
                runs.Ran(Job, broken);

                // Once, and not with every round until it is mended.
                if (!_failing)
                {
                    LogBroken(log, broken);
                }

                _failing = true;
            }
        }
    }

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - _tidiedAt >= Day)
        {
            _tidiedAt = clock.GetUtcNow();
            await outbox.ForgetAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No mail server is set (Smtp:Host): mails are written as files to {Folder}.")]
    private static partial void LogFolder(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails could not be sent; the next round tries again.")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}
