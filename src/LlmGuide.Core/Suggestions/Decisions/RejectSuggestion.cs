using LlmGuide.Core.Members;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>A curator turns a suggestion down. Who made it is told why, and may mend it and send it again.</summary>
public sealed class RejectSuggestion(SuggestionWriting writing, SuggestionDecisions deciding)
{
    /// <param name="actor">A curator.</param>
    /// <param name="id">The suggestion's.</param>
    /// <param name="reason">Why, 1 to <see cref="ReasonText.MaxLength"/> characters.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int id, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.DecideSuggestions))
        {
            return Refusal.NotAllowed();
        }

        var words = ReasonText.Parse(reason, required: true);
        if (words.Refusal is { } wrong)
        {
            return wrong;
        }

        if (await writing.FindAsync(id, cancellationToken) is not { } suggestion)
        {
            return Refusal.NotThere();
        }

        var prepared = await deciding.PrepareAsync(
            new Decision(SuggestionState.Rejected, actor, words.Value!), suggestion, cancellationToken);
        if (prepared.Value is not { } decision)
        {
            return prepared.Refusal!;
        }

        var outcome = await writing.RunAsync<Done>(
            async db => await deciding.WriteAsync(db, decision, null, cancellationToken) is { } refusal ? refusal : default(Done),
            cancellationToken);
        if (outcome.Refusal is null)
        {
            await deciding.FinishAsync(decision);
        }

        return outcome;
    }
}
