using System.Diagnostics;

using LlmGuide.Core.Data;
using LlmGuide.Web.Shared.Faults;

namespace LlmGuide.Web.Shared.Jobs;

/// <summary>Runs a job after each period, and at once when it is rung for. How it went is on the page of the site's health.</summary>
internal sealed partial class PeriodicJob(
    Job job, JobRuns runs, DatabaseOutage outage, TimeProvider clock, ILogger<PeriodicJob> log) : BackgroundService
{
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A tick that comes while a round is under way is kept, as a ring is.
        await using var ticks = clock.CreateTimer(_ => job.Signal.Ring(), null, job.First, job.Period);
        try
        {
            while (true)
            {
                await job.Signal.WaitAsync(stoppingToken);
                await RunOnceAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host would call it a fault where it stops because something else could not start.
        }
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        using var span = Instruments.Spans.StartActivity(job.Name);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await job.RunAsync(cancellationToken);
            _failing = false;
            runs.Ran(job.Name);
            Measure(began, "done");
        }
#pragma warning disable CA1031 // A database that is away, or a mistake here, must not end the site: the next round tries again.
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            runs.Ran(job.Name, broken);
            span?.SetStatus(ActivityStatusCode.Error);
            Measure(began, "failed");

            // Once, and not with every round until it is mended.
            if (outage.Note(broken) is null && !_failing)
            {
                LogBroken(log, job.Name, broken);
            }

            _failing = true;
        }
    }

    private void Measure(long began, string outcome) => Instruments.Jobs.Record(
        Stopwatch.GetElapsedTime(began).TotalSeconds, new("job.name", job.Name), new KeyValuePair<string, object?>("outcome", outcome));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} did not work; the next round tries again. This is said once until one works.")]
    private static partial void LogBroken(ILogger logger, string job, Exception exception);
}
