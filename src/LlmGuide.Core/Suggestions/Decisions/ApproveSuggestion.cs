using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>A curator accepts a suggestion: the change and the decision are one transaction.</summary>
public sealed class ApproveSuggestion(
    SuggestionWriting writing, SuggestionRules rules, SuggestedChanges changes, SuggestionDecisions decisions)
{
    /// <param name="actor">A curator.</param>
    /// <param name="approval">What the curator has seen, and wants.</param>
    /// <returns>
    /// A refusal of the cause <see cref="Cause.Conflict"/> when the subject was changed since the suggestion,
    /// and the curator has not seen that.
    /// </returns>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int id, Approval approval, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.DecideSuggestions))
        {
            return Refusal.NotAllowed();
        }

        var pending = await writing.FindPendingAsync(id, cancellationToken);
        if (pending.Value is not { } suggestion)
        {
            return pending.Refusal!;
        }

        var amended = await AmendedAsync(suggestion, approval.Amended, cancellationToken);
        var reason = ReasonText.Parse(approval.Reason, required: approval.ByHand);
        if (Refusal.All(amended.Refusal, reason.Refusal) is { } wrong)
        {
            return wrong;
        }

        var proposal = amended.Value!;
        var decision = new Decision(SuggestionState.Approved, actor, reason.Value!) { Amended = proposal };
        var change = approval.ByHand ? SuggestedChange.None : await changes.PrepareAsync(
            proposal, actor, await ReasonAsync(suggestion, decision, cancellationToken), approval.Seen, cancellationToken);
        return change.TryGet(out var ready, out var refusal)
            ? await decisions.RunAsync(suggestion, decision, ready, cancellationToken) : refusal;
    }

    // What it said when it was made stays, so that a change since then is noticed.
    private async Task<Outcome<Proposal>> AmendedAsync(Suggestion suggestion, SuggestionDraft? typed, CancellationToken cancellationToken)
    {
        var made = Proposal.Of(suggestion);
        if (typed is null)
        {
            return made;
        }

        var read = await rules.ReadAsync(typed with { Kind = suggestion.Kind }, cancellationToken);
        return read.Value is { } proposal ? proposal with { Was = made.Was, SubjectVersion = made.SubjectVersion } : read;
    }

    private async Task<string> ReasonAsync(Suggestion suggestion, Decision made, CancellationToken cancellationToken)
    {
        if (suggestion.Kind == SuggestionKind.Update)
        {
            return ReasonText.Shorten($"{suggestion.Why} {made.Reason}".Trim());
        }

        var name = await writing.LookAsync(db => db.Members.Where(m => m.Id == suggestion.SuggestedById)
            .Select(m => m.UserName).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        var reason = $"Suggested by {name ?? "a former member"}. {(made.Reason.Length > 0 ? made.Reason : made.Amended!.Why)}"
            .TrimEnd();
        return ReasonText.Shorten(reason);
    }
}

/// <param name="Seen">The version of the subject that the curator has seen; <c>null</c> for none.</param>
/// <param name="Reason">Why, for everybody to read; needed for what was made by hand.</param>
/// <param name="ByHand">Whether the curator has made the change already, or will: then the guide changes nothing.</param>
/// <param name="Amended">What the curator made of the suggestion; <c>null</c> for taking it as it is.</param>
public sealed record Approval(int? Seen, string? Reason = null, bool ByHand = false, SuggestionDraft? Amended = null);
