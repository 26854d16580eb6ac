using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Faults;

namespace LlmGuide.Web.LinkChecks;

/// <summary>
/// Begins a round when one is due, and runs whatever round is open: one that a curator began, or that another node left behind.
/// </summary>
internal sealed partial class LinkRoundJob(
    LinkCheckRuns rounds, RunLinkChecks run, LinkSignal signal, LinkCheckOptions options, JobRuns runs,
    DatabaseOutage outage, TimeProvider clock, ILogger<LinkRoundJob> log) : BackgroundService
{
    private const string Job = "Checking links";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(TickAsync(stoppingToken), RunAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would call it a fault where it stops because something else could not start.
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            signal.Ring();
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await signal.WaitAsync(cancellationToken);
            try
            {
                await RoundAsync(cancellationToken);
                _failing = false;
                runs.Ran(Job);
            }
#pragma warning disable CA1031 // A database that is away, or a mistake here, must not end the site: the next minute tries again.
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

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (options.RoundHours > 0)
        {
            await rounds.BeginDueAsync(TimeSpan.FromHours(options.RoundHours), cancellationToken);
        }

        await run.RunAsync(null, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Links could not be checked; what is left is tried again.")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}
