using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Web.Accounts.Circuits;

/// <summary>
/// How many islands can be alive at a time (configuration section <c>Islands</c>): a circuit holds one to three megabytes.
/// </summary>
public sealed class CircuitLimits
{
    public const string Section = "Islands";

    /// <summary>How many pages with islands one member can have open.</summary>
    [Range(1, 1_000_000)]
    public int PerMember { get; init; } = 8;

    /// <summary>How many all members behind one address on the network can have open.</summary>
    [Range(1, 1_000_000)]
    public int PerAddress { get; init; } = 40;

    /// <summary>How many circuits are held for browsers whose line has dropped; the oldest goes first.</summary>
    [Range(1, 1_000_000)]
    public int Dropped { get; init; } = 20;

    /// <summary>For how many seconds they are.</summary>
    [Range(1, 1_000_000)]
    public int DroppedSeconds { get; init; } = 60;
}
