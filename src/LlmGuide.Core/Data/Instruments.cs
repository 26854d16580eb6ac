using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LlmGuide.Core.Data;

/// <summary>
/// What can be watched from outside (docs/operations.md). Nobody is measured: names of commands and jobs, never of people, and nothing
/// that somebody typed. While nobody listens, an instrument costs a look at a field.
/// </summary>
public static class Instruments
{
    /// <summary>Of the source of spans, and of the meter.</summary>
    public const string Name = "LlmGuide";

    public static ActivitySource Spans { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Seconds, by <c>command</c> and <c>outcome</c>: done, refused, failed.</summary>
    public static Histogram<double> Commands { get; } =
        Meter.CreateHistogram<double>("llmguide.command.duration", "s", "Commands that write, with the wait for their turn.");

    /// <summary>Seconds until it was one's turn to write.</summary>
    public static Histogram<double> WriteWaits { get; } =
        Meter.CreateHistogram<double>("llmguide.write.wait", "s", "The wait for a turn to write, where one writes at a time.");

    /// <summary>Seconds, by <c>job.name</c> and <c>outcome</c>: done, failed.</summary>
    public static Histogram<double> Jobs { get; } =
        Meter.CreateHistogram<double>("llmguide.job.duration", "s", "Rounds of what is done again and again.");

    /// <summary>Names of what pages show that had to be forgotten, by <c>origin</c>: here, another node.</summary>
    public static Counter<long> Evictions { get; } =
        Meter.CreateCounter<long>("llmguide.page.evictions", "{tag}", "Names of what was changed, whose cached pages were forgotten.");
}
