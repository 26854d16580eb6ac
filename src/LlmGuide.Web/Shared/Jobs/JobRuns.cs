using System.Collections.Concurrent;

namespace LlmGuide.Web.Shared.Jobs;

/// <summary>When each job of this process last ran, and whether it went well. It begins empty with every start.</summary>
internal sealed class JobRuns(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, JobRun> _last = new(StringComparer.Ordinal);

    /// <summary>By name.</summary>
    public IReadOnlyList<JobRun> Last => [.. _last.Values.OrderBy(run => run.Job, StringComparer.Ordinal)];

    /// <param name="fault">What stopped it, or <c>null</c>.</param>
    public void Ran(string job, Exception? fault = null) => _last[job] = new JobRun(job, clock.GetUtcNow(), fault?.Message);
}

/// <param name="Fault">What stopped it; <c>null</c> when it went well.</param>
internal sealed record JobRun(string Job, DateTimeOffset At, string? Fault);
