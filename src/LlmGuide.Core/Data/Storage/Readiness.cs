using System.Data.Common;

namespace LlmGuide.Core.Data.Storage;

/// <summary>Whether the database answers and can be written, known within a few seconds whatever it does.</summary>
public sealed class Readiness(IStorage storage, IDatabaseFaults faults, TimeProvider clock)
{
    /// <summary>Less than the five seconds that whoever asks is promised.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>Anybody may ask, and a write costs a flush to the disk.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task? _write;
    private DateTimeOffset _begun;

    /// <summary>
    /// Commits a real write. Whoever asks while one is under way, or just after, is told of the same:
    /// questions do not pile up at a database that hangs.
    /// </summary>
    public async Task<ReadinessReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Shared().WaitAsync(Limit, clock, cancellationToken);
            return new ReadinessReport(null, "");
        }
        catch (TimeoutException)
        {
            return new ReadinessReport(DatabaseFault.Busy, "It did not take a write in time.");
        }
        catch (DbException refused)
        {
            return new ReadinessReport(faults.Classify(refused) ?? DatabaseFault.Away, refused.Message.ReplaceLineEndings(" "));
        }
    }

    private Task Shared()
    {
        lock (_gate)
        {
            if (_write is null || (_write.IsCompleted && clock.GetUtcNow() - _begun >= Fresh))
            {
                // It belongs to all who ask, so that none of them ends it.
                (_write, _begun) = (Task.Run(() => storage.WriteAsync(CancellationToken.None), CancellationToken.None), clock.GetUtcNow());
            }

            return _write;
        }
    }
}

/// <param name="Fault">What is wrong; <c>null</c> when the database is ready.</param>
public sealed record ReadinessReport(DatabaseFault? Fault, string Reason)
{
    /// <summary>For whoever watches the site.</summary>
    public string Sentence => $"The database is not ready: {InWords}. ({Reason})";

    /// <summary>What is wrong, as a part of a sentence.</summary>
    public string InWords => Fault switch
    {
        null => "it is ready",
        DatabaseFault.Away => "it does not answer",
        DatabaseFault.Busy => "another process keeps it busy",
        DatabaseFault.Full => "the disk is full",
        DatabaseFault.ReadOnly => "it may only be read",
        DatabaseFault.Moved => "the file is no longer the one at its path: it was deleted, replaced or overwritten",
        _ => throw new InvalidOperationException($"There are no words for {Fault}."),
    };
}
