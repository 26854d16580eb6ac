namespace LlmGuide.Core.Learning;

/// <summary>What the guide remembers of a reader, besides what they have marked and noted. Made when it is first needed.</summary>
public sealed class Learner
{
    public required int MemberId { get; init; }

    /// <summary>In the address of their own feed, which whoever has it can read.</summary>
    public required Guid FeedKey { get; set; }

    /// <summary>When they last looked at their own page.</summary>
    public DateTimeOffset? VisitedAt { get; set; }

    /// <summary>When the visit before that one was: what changed since then is shown for as long as a visit lasts.</summary>
    public DateTimeOffset? VisitBefore { get; set; }
}
