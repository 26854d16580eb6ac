using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Core.Suggestions;

/// <summary>The numbers of suggestions, each with its default (configuration section <c>Suggestions</c>).</summary>
public sealed class SuggestionOptions
{
    public const string Section = "Suggestions";

    /// <summary>How many suggestions of one member can wait at a time.</summary>
    [Range(1, 100_000)]
    public int Waiting { get; init; } = 50;

    /// <summary>How many a member can make in a day.</summary>
    [Range(1, 100_000)]
    public int ADay { get; init; } = 40;

    /// <summary>
    /// How many suggestions of a new member can wait at a time. Who is new, <see cref="Discussion.DiscussionOptions.NewMemberComments"/>
    /// says; an approved suggestion ends it too.
    /// </summary>
    [Range(0, 100_000)]
    public int NewMemberWaiting { get; init; } = 5;

    /// <summary>How many a new member can make in a day.</summary>
    [Range(0, 100_000)]
    public int NewMemberADay { get; init; } = 10;

    /// <summary>For how many small fixes a day a new member's word is the second that applies them.</summary>
    [Range(0, 100_000)]
    public int NewMemberFixes { get; init; } = 3;

    /// <summary>How many days ago an account must have been made for its word to count beside another's.</summary>
    [Range(0, 100_000)]
    public int QuorumDays { get; init; } = 7;

    /// <summary>Whether its mail address must be confirmed, or a curator have approved a suggestion of it.</summary>
    public bool QuorumProof { get; init; } = true;

    /// <summary>Whether the two must come from different networks.</summary>
    public bool QuorumNetworks { get; init; } = true;

    /// <summary>After so many days it is forgotten from which network a suggestion came; when it is decided, at once.</summary>
    [Range(1, 100_000)]
    public int NetworkDays { get; init; } = 30;

    /// <summary>A curator who has taken a suggestion keeps it for so many minutes.</summary>
    [Range(1, 1440)]
    public int ClaimMinutes { get; init; } = 30;
}
