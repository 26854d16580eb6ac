using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Mail;
using LlmGuide.Web.Settings.Backups;
using LlmGuide.Web.Shared.Jobs;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Settings.Health;

/// <summary>How the site is: the database, the mails, the jobs, the program.</summary>
internal sealed class HealthReportQuery(
    IDbContextFactory<GuideDb> databases, Readiness readiness, OutboxStateQuery outbox, JobRuns jobs,
    BackupOptions backups, BackupFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthReport> TakeAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var (database, schema, mails) = await DatabaseAsync(patience.Token);
        using var self = Process.GetCurrentProcess();
        var started = new DateTimeOffset(self.StartTime.ToUniversalTime(), TimeSpan.Zero);
        return new HealthReport(database, schema, mails, jobs.Last, Backups(), Version(), RuntimeInformation.FrameworkDescription, started);
    }

    private async Task<(string? Fault, SchemaState? Schema, OutboxState? Mails)> DatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await readiness.CheckAsync(cancellationToken) is { Fault: not null } report)
            {
                return (report.Sentence, null, null);
            }

            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return (null, await Schema.StateAsync(db, cancellationToken), await outbox.RunAsync(cancellationToken));
        }
        catch (Exception broken) when (broken is DbException or OperationCanceledException)
        {
            return (broken.Message, null, null);
        }
    }

    private BackupState? Backups()
    {
        if (folder.Path is null)
        {
            return null;
        }

        var kept = folder.List();
        return new BackupState(
            folder.Path, kept.Count, kept.Count == 0 ? null : kept[0],
            kept.Count == 0 || clock.GetUtcNow() - kept[0].At > TimeSpan.FromHours(2 * backups.Hours));
    }

    private static string Version() =>
        typeof(HealthReportQuery).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}

/// <param name="DatabaseFault">Why the database does not answer or cannot be written; <c>null</c> when it does and can.</param>
/// <param name="Schema">Whether its schema is this program's; <c>null</c> when it does not answer.</param>
/// <param name="Mails">Whether mails leave; <c>null</c> when the database does not answer.</param>
/// <param name="Jobs">When each job last ran.</param>
/// <param name="Backups">Those that the application makes; <c>null</c> when it makes none.</param>
internal sealed record HealthReport(
    string? DatabaseFault, SchemaState? Schema, OutboxState? Mails,
    IReadOnlyList<JobRun> Jobs, BackupState? Backups, string Version, string Runtime, DateTimeOffset StartedAt);

/// <param name="IsLate">Whether there should be a newer one.</param>
internal sealed record BackupState(string Folder, int Count, KeptBackup? Newest, bool IsLate);
