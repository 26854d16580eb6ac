namespace LlmGuide.Core.Curation.Suggestions;

/// <summary>The numbers of suggestions, each with its default (configuration section <c>Suggestions</c>).</summary>
public sealed class SuggestionOptions
{
    public const string Section = "Suggestions";

    /// <summary>How many suggestions of one member can wait at a time.</summary>
    public int Waiting { get; init; } = 50;

    /// <summary>How many a member can make in a day.</summary>
    public int ADay { get; init; } = 40;

    /// <summary>How many suggestions of a new member can wait at a time. Who is new, <see cref="Discussion.DiscussionOptions.NewMemberComments"/> says; an approved suggestion ends it too.</summary>
    public int NewMemberWaiting { get; init; } = 5;

    /// <summary>How many a new member can make in a day.</summary>
    public int NewMemberADay { get; init; } = 10;

    /// <summary>For how many small fixes a day a new member's word is the second that applies them.</summary>
    public int NewMemberFixes { get; init; } = 3;

    /// <summary>A curator who has taken a suggestion keeps it for so many minutes.</summary>
    public int ClaimMinutes { get; init; } = 30;
}
