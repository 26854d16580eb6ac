using System.Data.Common;

using LlmGuide.Core.Accounts;

namespace LlmGuide.Web.Accounts.Circuits;

/// <summary>
/// Ends circuits with the session that opened them: when somebody signs out, here or elsewhere, is suspended, or loses their account.
/// The database is asked, so it does not matter on which node that was done.
/// </summary>
internal sealed partial class CircuitWatch(OpenCircuits open, CurrentMember members, TimeProvider clock, ILogger<CircuitWatch> log) : BackgroundService
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
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception away) when (away is DbException or TimeoutException)
            {
                // Acts are refused while the database is away, so nothing is done that should not be.
                LogNotAsked(log, away.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether sessions with open islands still stand could not be asked: {Reason}")]
    private static partial void LogNotAsked(ILogger logger, string reason);
}
