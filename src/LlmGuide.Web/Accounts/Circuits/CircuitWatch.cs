using LlmGuide.Core.Accounts;
using LlmGuide.Web.Shared.Faults;

namespace LlmGuide.Web.Accounts.Circuits;

/// <summary>
/// Ends circuits with the session that opened them: when somebody signs out, here or elsewhere, is suspended, or loses their account.
/// The database is asked, so it does not matter on which node that was done.
/// </summary>
internal sealed partial class CircuitWatch(
    OpenCircuits open, CurrentMember members, DatabaseOutage outage, TimeProvider clock, ILogger<CircuitWatch> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    /// <summary>Looks once at every session that has a circuit open.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var session in open.Sessions)
        {
            if (await members.RunAsync(session, cancellationToken) is not { Suspended: false })
            {
                open.Cut(session);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryOnceAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would call it a fault where it stops because something else could not start.
        }
    }

    private async Task TryOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
        }
#pragma warning disable CA1031 // A database that is away, or a mistake here, must not end the site: the next look tries again.
        catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // Acts are refused while the database is away, so nothing is done meanwhile that should not be.
            if (outage.Note(broken) is null)
            {
                LogNotAsked(log, broken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether sessions with open islands still stand could not be asked.")]
    private static partial void LogNotAsked(ILogger logger, Exception broken);
}
