using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;

namespace LlmGuide.Web.Shared.Faults;

/// <summary>
/// What is wrong with the database now, as this process has met it. It is logged in one line when it begins and in one when it is over,
/// however many ask meanwhile; and those who can do without the database do not ask it again before that.
/// </summary>
internal sealed partial class DatabaseOutage(
    IDatabaseFaults faults, Readiness readiness, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DatabaseOutage> log)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Outage? _outage;

    /// <summary>What is wrong; <c>null</c> when nothing is known to be.</summary>
    public DatabaseFault? Fault => Volatile.Read(ref _outage)?.Fault;

    /// <summary>Whether it cannot even be read.</summary>
    public bool CannotBeRead => Fault is DatabaseFault.Away;

    /// <summary>Takes note of what went wrong, if that is the database's.</summary>
    /// <returns>What is wrong with it; <c>null</c> when the exception says something else.</returns>
    public DatabaseFault? Note(Exception exception)
    {
        if (faults.Classify(exception) is not { } fault)
        {
            return null;
        }

        Note(fault, exception.GetBaseException().Message.ReplaceLineEndings(" "));
        return fault;
    }

    /// <summary>Takes note of a fault that somebody else has told from an exception.</summary>
    public void Note(DatabaseFault fault, string reason)
    {
        lock (_gate)
        {
            if (_outage is { } known && known.Fault == fault)
            {
                known.Met++;
                return;
            }

            // Another fault takes the place of the one before: a server that was busy has gone away.
            var begins = _outage is null;
            Volatile.Write(ref _outage, new Outage(fault, _outage?.Since ?? clock.GetUtcNow()) { Met = (_outage?.Met ?? 0) + 1 });
            LogBegun(log, fault, reason);
            if (begins)
            {
                _ = Task.Run(WatchAsync, CancellationToken.None);
            }
        }
    }

    /// <summary>Looks until it is over.</summary>
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            do
            {
                await timer.WaitForNextTickAsync(lifetime.ApplicationStopping);
            }
            while (!await IsReadyAsync(lifetime.ApplicationStopping));
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (_gate)
        {
            var over = _outage!;
            Volatile.Write(ref _outage, null);
            LogOver(log, (int)(clock.GetUtcNow() - over.Since).TotalSeconds, over.Met);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await readiness.CheckAsync(cancellationToken)).Fault is null;
        }
#pragma warning disable CA1031 // Whatever it is, the watch goes on: without it what is over would never be.
        catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The database is {Fault} ({Reason}). Whoever needs it is asked to come back; this is said once until it is over.")]
    private static partial void LogBegun(ILogger logger, DatabaseFault fault, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database is as it should be again, after {Seconds} s in which {Met} times something could not be done.")]
    private static partial void LogOver(ILogger logger, int seconds, int met);

    private sealed class Outage(DatabaseFault fault, DateTimeOffset since)
    {
        public DatabaseFault Fault { get; } = fault;

        public DateTimeOffset Since { get; } = since;

        /// <summary>How many met it.</summary>
        public int Met { get; set; }
    }
}
