namespace LlmGuide.Web.Suggestions.Queue;

/// <summary>What a curator can do about a suggestion.</summary>
internal enum SuggestionAct
{
    Approve,

    /// <summary>Somebody makes the change by hand.</summary>
    Done,
    Reject,
    Claim,
    Release,
}
