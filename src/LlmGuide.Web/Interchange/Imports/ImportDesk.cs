using LlmGuide.Core.Members;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>
/// The files that curators have sent to this process. Each is looked at first, then imported when they say so. A few are remembered;
/// the oldest is forgotten, with its file.
/// </summary>
internal sealed partial class ImportDesk(IHostApplicationLifetime lifetime, ILogger<ImportDesk> log) : IDisposable
{
    private const int Remembered = 8;

    /// <summary>One file is read at a time; so many more may wait for it.</summary>
    private const int MostWaiting = 4;

    private readonly Lock _lock = new();
    private readonly List<ImportJob> _jobs = [];
    private Task _last = Task.CompletedTask;

    /// <returns><c>null</c> for one that is not known, or not any more.</returns>
    public ImportJob? Find(string id)
    {
        lock (_lock)
        {
            return _jobs.Find(job => job.Id == id);
        }
    }

    /// <summary>Begins to look at a file, or to import it.</summary>
    /// <param name="file">A file of this process, which is deleted once it is forgotten.</param>
    public ImportJob Begin(Actor by, string file, ImportRequest request)
    {
        var job = new ImportJob(Guid.NewGuid().ToString("N"), by, file, request);
        lock (_lock)
        {
            if (_jobs.Count(other => other.IsRunning) > MostWaiting)
            {
                job.Fail("Several files are already being checked. Send yours again when they are done.");
            }
            else
            {
                var before = _last;
                _last = Task.Run(() => RunAfterAsync(before, job), CancellationToken.None);
            }

            _jobs.Add(job);
            foreach (var old in _jobs.Where(j => !j.IsRunning).Take(Math.Max(0, _jobs.Count - Remembered)).ToList())
            {
                Forget(old);
            }
        }

        return job;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _jobs.ToList().ForEach(Forget);
        }
    }

    private async Task RunAfterAsync(Task before, ImportJob job)
    {
        await before;
        await RunAsync(job, lifetime.ApplicationStopping);
    }

    private async Task RunAsync(ImportJob job, CancellationToken stopping)
    {
        try
        {
            await using var file = File.OpenRead(job.File);
            job.End(await job.Request.RunAsync(file, job.By, job.Add, new Progress(job), stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            job.Fail("The site was stopped in the meantime. What was imported stays; send the file again to go on.");
        }
#pragma warning disable CA1031 // Nobody waits for this task: what ends it is told on the page, and in the log.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(log, job.Id, fault);
            job.Fail("Something broke on our side. What was imported stays; send the file again to go on.");
        }
    }

    private void Forget(ImportJob job)
    {
        _jobs.Remove(job);
        if (!_jobs.Exists(other => other.File == job.File))
        {
            File.Delete(job.File);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Job} ended early.")]
    private static partial void LogFault(ILogger logger, string job, Exception fault);

    private sealed class Progress(ImportJob job) : IProgress<(long Done, long All)>
    {
        public void Report((long Done, long All) value) => job.Progress(value.Done, value.All);
    }
}
