using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions.Decisions;

namespace LlmGuide.Web.Suggestions.Queue;

/// <summary>Does about a suggestion what a curator chose among the buttons of its form.</summary>
public sealed class DecideSuggestion(ApproveSuggestion approve, RejectSuggestion reject, ClaimSuggestion claim)
{
    /// <param name="sent">What stood in the form; by hand or not is what the button says.</param>
    internal Task<Outcome<Done>> RunAsync(
        SuggestionAct act, Actor actor, int id, Approval sent, CancellationToken cancellationToken) => act switch
        {
            SuggestionAct.Approve => approve.RunAsync(actor, id, sent, cancellationToken),
            SuggestionAct.Done => approve.RunAsync(actor, id, sent with { ByHand = true, Amended = null }, cancellationToken),
            SuggestionAct.Reject => reject.RunAsync(actor, id, sent.Reason, cancellationToken),
            SuggestionAct.Claim => claim.RunAsync(actor, id, cancellationToken),
            _ => claim.ReleaseAsync(actor, id, cancellationToken),
        };
}
