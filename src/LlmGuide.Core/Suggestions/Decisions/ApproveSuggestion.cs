using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>A curator accepts a suggestion: the change and the decision are one transaction.</summary>
public sealed class ApproveSuggestion(SuggestionWriting writing, SuggestionRules rules, SuggestionDecisions deciding, ApplySuggestion apply)
{
    /// <param name="actor">A curator.</param>
    /// <param name="id">The suggestion's.</param>
    /// <param name="approval">What the curator has seen, and wants.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
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

        var words = ReasonText.Parse(approval.Reason, required: approval.ByHand);
        if (words.Refusal is { } wrong)
        {
            return wrong;
        }

        if (await writing.FindAsync(id, cancellationToken) is not { } suggestion)
        {
            return Refusal.NotThere();
        }

        if (suggestion.State != SuggestionState.Pending)
        {
            return SuggestionWriting.Decided(suggestion);
        }

        var amended = await AmendedAsync(suggestion, approval.Amended, cancellationToken);
        return amended.Refusal is { } refusal
            ? refusal
            : await DecideAsync(
                new Decision(SuggestionState.Approved, actor, words.Value!) { Amended = amended.Value },
                suggestion, approval, cancellationToken);
    }

    private async Task<Outcome<Done>> DecideAsync(
        Decision verdict, Suggestion suggestion, Approval approval, CancellationToken cancellationToken)
    {
        var prepared = await deciding.PrepareAsync(verdict, suggestion, cancellationToken);
        if (prepared.Value is not { } decision)
        {
            return prepared.Refusal!;
        }

        var outcome = approval.ByHand
            ? await writing.RunAsync<Done>(
                async db => await deciding.WriteAsync(db, decision, null, cancellationToken) is { } refusal ? refusal : default(Done),
                cancellationToken)
            : await apply.RunAsync(
                verdict.Amended!, verdict.By, await ReasonAsync(suggestion, verdict, cancellationToken), approval.Seen,
                (db, entryId) => deciding.WriteAsync(db, decision, entryId, cancellationToken), cancellationToken);
        if (outcome.Refusal is null)
        {
            await deciding.FinishAsync(decision);
        }

        return outcome;
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

    private async Task<string> ReasonAsync(Suggestion suggestion, Decision verdict, CancellationToken cancellationToken)
    {
        var name = await writing.LookAsync(db => db.Members.Where(m => m.Id == suggestion.SuggestedById)
            .Select(m => m.UserName).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        var reason = $"Suggested by {name ?? "a former member"}. {(verdict.Reason.Length > 0 ? verdict.Reason : verdict.Amended!.Why)}"
            .TrimEnd();
        return ReasonText.Shorten(reason);
    }
}

/// <param name="Seen">The version of the subject that the curator has seen; <c>null</c> for none.</param>
/// <param name="Reason">Why, for everybody to read; needed for what was made by hand.</param>
/// <param name="ByHand">Whether the curator has made the change already, or will: then the guide changes nothing.</param>
/// <param name="Amended">What the curator made of the suggestion; <c>null</c> for taking it as it is.</param>
public sealed record Approval(int? Seen, string? Reason = null, bool ByHand = false, SuggestionDraft? Amended = null);
