using Microsoft.Extensions.Logging;

namespace LlmGuide.Core.Data.Storage;

/// <summary>Waits until nobody else changes the schema, and says so when that takes long.</summary>
public sealed partial class SchemaTurn(IStorage storage, TimeProvider clock, ILogger<SchemaTurn> log)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan UntilTold = TimeSpan.FromSeconds(10);

    /// <returns>The turn; disposing of it lets the next one in, and so does the end of this process.</returns>
    public async Task<IAsyncDisposable> WaitAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow();
        var told = false;
        while (true)
        {
            if (await storage.TryLockSchemaAsync(cancellationToken) is { } turn)
            {
                return turn;
            }

            if (!told && clock.GetUtcNow() - since >= UntilTold)
            {
                LogWaiting(log, since);
                told = true;
            }

            await Task.Delay(Between, clock, cancellationToken);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Another process is changing the schema of this database; "
            + "this one has waited for it since {Since:HH:mm:ss} UTC and goes on when that one is done or ends.")]
    private static partial void LogWaiting(ILogger logger, DateTimeOffset since);
}
