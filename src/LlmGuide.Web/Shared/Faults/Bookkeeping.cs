namespace LlmGuide.Web.Shared.Faults;

/// <summary>
/// What is written down while somebody reads: the last use of a session, what of a discussion they have seen. Reading neither fails for
/// it nor waits long; while the database takes nothing, nothing is written down.
/// </summary>
internal sealed partial class Bookkeeping(DatabaseOutage outage, TimeProvider clock, ILogger<Bookkeeping> log)
{
    /// <summary>A reader waits so long at most: usually it takes a millisecond, and what they read next knows of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public Task TryAsync(Func<CancellationToken, Task> write) => outage.Fault is not null
        ? Task.CompletedTask
        // SQLite blocks the thread that calls it for as long as somebody else writes.
        : Task.WhenAny(Task.Run(() => WriteAsync(write), CancellationToken.None), Task.Delay(Patience, clock, CancellationToken.None));

    private async Task WriteAsync(Func<CancellationToken, Task> write)
    {
        try
        {
            await write(CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever it is, somebody who reads is not to be told that they cannot.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            if (outage.Note(broken) is null)
            {
                LogBroken(log, broken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Something that a reader has seen or used could not be written down.")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}
