using LlmGuide.Web.Shared.Jobs;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Settings.Backups;

internal static class BackupsRoom
{
    /// <summary>Whether it is time is looked at more often than it is: the program may have been off, or a try may have failed.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    public static void AddBackups(this WebApplicationBuilder builder)
    {
        builder.Services.AddSection<BackupOptions>(BackupOptions.Section).AddSingleton<BackupFolder>().AddSingleton<PeriodicBackups>();
        if (builder.Configuration[$"{BackupOptions.Section}:{nameof(BackupOptions.Folder)}"] is { Length: > 0 })
        {
            builder.Services.AddJob<PeriodicBackups>(
                "Making backups", LookEvery, (backups, cancellationToken) => backups.RunAsync(cancellationToken),
                first: TimeSpan.FromMinutes(1));
        }
    }
}
