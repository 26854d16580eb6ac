using LlmGuide.Core;
using LlmGuide.Core.Interchange.Imports;
using LlmGuide.Core.Members;
using LlmGuide.Web.Interchange.Imports.Requests;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>
/// Takes the files that curators send. Each is looked at first, then imported when they say so, by the node that took it; every node
/// knows what became of it.
/// </summary>
internal sealed partial class ImportDesk(
    ImportRuns runs, ImportRequests requests, IHostApplicationLifetime lifetime, ILogger<ImportDesk> log)
{
    /// <summary>One file is read at a time; so many more may wait for it.</summary>
    private const int MostWaiting = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ImportJob> _here = [];
    private Task _last = Task.CompletedTask;

    /// <returns><c>null</c> for one that is not known, or not any more.</returns>
    public async Task<ImportView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(id, "N", out var known) || await runs.FindAsync(known, cancellationToken) is not { } state)
        {
            return null;
        }

        var request = requests.From(ImportOrder.Read(state.Request));
        lock (_lock)
        {
            if (_here.TryGetValue(known, out var job))
            {
                return new ImportView(request, job.Progress.Done, job.Progress.Rows, IsRunning: true, null, null);
            }
        }

        var packed = state.IsRunning ? null : await runs.ReportAsync(known, cancellationToken);
        var report = packed is null ? null : PackedFile.Read<ImportReport>(packed);
        return new ImportView(request, state.Done, state.Rows, state.IsRunning, report, state.Fault);
    }

    /// <summary>Begins to look at a file, or to import it.</summary>
    /// <param name="file">As <see cref="PackedFile"/> packs it; <c>null</c> where nothing was sent.</param>
    /// <returns>Under which name it is found.</returns>
    public async Task<Outcome<string>> BeginAsync(Actor by, ImportOrder order, byte[]? file, CancellationToken cancellationToken)
    {
        var begun = await runs.BeginAsync(by, order.ToJson(), file, cancellationToken);
        if (!begun.TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var job = new ImportJob(run, by, requests.From(order), file);
        if (!TakesOn(job))
        {
            await FailAsync(job, "Several files are already being checked. Send yours again when they are done.");
        }

        return run.Id.ToString("N");
    }

    /// <summary>Imports what was looked at, on whichever node that was.</summary>
    /// <returns>Under which name it is found; refused when there is nothing to import.</returns>
    public async Task<Outcome<string>> ReallyAsync(Actor by, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(id, "N", out var known)
            || await runs.FindAsync(known, cancellationToken) is not { IsRunning: false, Fault: null } seen
            || ImportOrder.Read(seen.Request) is not { DryRun: true } order)
        {
            return Refusal.NotThere();
        }

        return await BeginAsync(by, order with { DryRun = false }, await runs.FileAsync(known, cancellationToken), cancellationToken);
    }

    private bool TakesOn(ImportJob job)
    {
        lock (_lock)
        {
            if (_here.Count > MostWaiting)
            {
                return false;
            }

            _here.Add(job.Run.Id, job);
            var before = _last;
            _last = Task.Run(() => RunAfterAsync(before, job), CancellationToken.None);
            return true;
        }
    }

    // It is held while it waits too: other nodes see that it will be done.
    private async Task RunAfterAsync(Task before, ImportJob job)
    {
        await using (runs.Hold(job.Run, () => job.Progress))
        {
            await before;
            await RunAsync(job, lifetime.ApplicationStopping);
        }

        lock (_lock)
        {
            _here.Remove(job.Run.Id);
        }
    }

    private async Task RunAsync(ImportJob job, CancellationToken stopping)
    {
        try
        {
            await using var file = job.File is { } packed ? await PackedFile.OpenAsync(packed, stopping) : Stream.Null;
            var imported = await job.Request.RunAsync(file, job.By, job.Add, job, stopping);
            var report = imported.TryGet(out var end, out _) ? PackedFile.Pack(new ImportReport(end, job.Rows)) : null;
            await runs.EndAsync(job.Run, report, imported.Refusal?.Why, job.Request.DryRun, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await FailAsync(job, "The site was stopped in the meantime. What was imported stays; send the file again to go on.");
        }
#pragma warning disable CA1031 // Nobody waits for this task: what ends it is told on the page, and in the log.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(log, job.Run.Id, fault);
            await FailAsync(job, "Something broke on our side. What was imported stays; send the file again to go on.");
        }
    }

    private async Task FailAsync(ImportJob job, string why)
    {
        try
        {
            await runs.EndAsync(job.Run, null, why, keepFile: false, CancellationToken.None);
        }
#pragma warning disable CA1031 // The database is away: the page says that it was stopped once the lease is over.
        catch (Exception away)
#pragma warning restore CA1031
        {
            LogFault(log, job.Run.Id, away);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Job} ended early.")]
    private static partial void LogFault(ILogger logger, Guid job, Exception fault);
}
