using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions.Decisions;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>A member takes their own suggestion back before it is decided.</summary>
public sealed class WithdrawSuggestion(SuggestionWriting writing)
{
    public Task<Outcome<Done>> RunAsync(Actor actor, int id, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async db =>
        {
            if (await SuggestionWriting.TakeAsync(db, id, cancellationToken) is not { } suggestion)
            {
                return Refusal.NotThere();
            }

            if (actor.MemberId is null || suggestion.SuggestedById != actor.Id || !actor.May(Permission.Suggest))
            {
                return Refusal.NotAllowed();
            }

            if (suggestion.State != SuggestionState.Pending)
            {
                return SuggestionWriting.Decided(suggestion);
            }

            suggestion.Decide(new SuggestionDecision(SuggestionState.Withdrawn, actor.MemberId, writing.Now, "", null));
            SuggestionWriting.Log(db, actor, "withdrew", suggestion, "", writing.Now);
            return default(Done);
        },
        cancellationToken);
}
