using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Core.LinkChecks.Rounds;

/// <summary>How links are looked at (configuration section <c>Links</c>).</summary>
public sealed record LinkCheckOptions
{
    public const string Section = "Links";

    /// <summary>A round begins so many hours after the last one did; 0: only when somebody asks for one.</summary>
    [Range(0, 8760)]
    public int RoundHours { get; init; } = 24;

    /// <summary>Between two questions to one host, in seconds; about half as much again is added by chance.</summary>
    [Range(0, 60)]
    public int HostSeconds { get; init; } = 3;

    /// <summary>So many hosts are asked at once.</summary>
    [Range(1, 64)]
    public int Parallel { get; init; } = 8;
}
