using LlmGuide.Core.Data;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>What a decision does to the guide, ready to be done.</summary>
/// <param name="ApplyAsync">
/// Does it in a transaction. Returns the row of the log that says what; <c>null</c> when nothing is different.
/// </param>
internal sealed record SuggestedChange(
    IReadOnlyCollection<string> Tags, Func<GuideDb, CancellationToken, Task<Outcome<int?>>> ApplyAsync)
{
    /// <summary>The guide changes nothing by itself.</summary>
    public static readonly SuggestedChange None = new([], (_, _) => Task.FromResult<Outcome<int?>>((int?)null));
}
