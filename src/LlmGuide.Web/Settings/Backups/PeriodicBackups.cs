using LlmGuide.Core.Maintenance.Backups;

namespace LlmGuide.Web.Settings.Backups;

/// <summary>Makes a backup when the newest one is old enough, and deletes those that are too many.</summary>
internal sealed partial class PeriodicBackups(
    BackupOptions options, BackupFolder folder, BackUpDatabase backup, TimeProvider clock, ILogger<PeriodicBackups> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var turn = folder.TryTake();
        var now = clock.GetUtcNow();
        if (turn is null || (folder.List() is [var newest, ..] && now - newest.At < TimeSpan.FromHours(options.Hours)))
        {
            return;
        }

        var file = folder.FileOf(now);
        var made = await backup.RunAsync(file, cancellationToken);
        LogMade(log, file, made.Bytes);
        foreach (var old in folder.List().Skip(options.Keep))
        {
            File.Delete(old.File);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A backup was made: {File}, of {Bytes} bytes. It contains secrets.")]
    private static partial void LogMade(ILogger logger, string file, long bytes);
}
