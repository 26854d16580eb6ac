using LlmGuide.Core.Members;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>A curator turns a suggestion down. Who made it is told why, and may mend it and send it again.</summary>
public sealed class RejectSuggestion(SuggestionWriting writing, SuggestionDecisions decisions)
{
    /// <param name="actor">A curator.</param>
    /// <param name="reason">Why, 1 to <see cref="ReasonText.MaxLength"/> characters.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int id, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.DecideSuggestions))
        {
            return Refusal.NotAllowed();
        }

        if (!ReasonText.Parse(reason, required: true).TryGet(out var words, out var wrong))
        {
            return wrong;
        }

        var pending = await writing.FindPendingAsync(id, cancellationToken);
        return pending.Value is { } suggestion
            ? await decisions.RunAsync(
                suggestion, new Decision(SuggestionState.Rejected, actor, words), SuggestedChange.None, cancellationToken)
            : pending.Refusal!;
    }
}
