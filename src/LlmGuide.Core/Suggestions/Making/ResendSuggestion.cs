using System.Net;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions.Decisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>
/// A member mends their own suggestion: one that waits, or one that was turned down or withdrawn, which then waits again.
/// </summary>
public sealed class ResendSuggestion(SuggestionWriting writing, SuggestionRules rules, SuggestionLimits limits)
{
    /// <param name="typed">What it is to say; the kind stays.</param>
    /// <param name="from">Where on the network they are; <c>null</c> where that is not known.</param>
    public async Task<Outcome<Done>> RunAsync(
        Actor actor, int id, SuggestionDraft typed, IPAddress? from, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Suggest) || actor.MemberId is null)
        {
            return Refusal.NotAllowed();
        }

        if (await writing.FindAsync(id, cancellationToken) is not { } made)
        {
            return Refusal.NotThere();
        }

        if (made.SuggestedById != actor.Id)
        {
            return Refusal.NotAllowed();
        }

        var read = await rules.ReadAsync(typed with { Kind = made.Kind }, cancellationToken);
        return read.Value is { } proposal
            ? await writing.RunAsync(db => SendAsync(db, actor, id, proposal, from, cancellationToken), cancellationToken)
            : read.Refusal!;
    }

    private async Task<Outcome<Done>> SendAsync(
        GuideDb db, Actor actor, int id, Proposal proposal, IPAddress? from, CancellationToken cancellationToken)
    {
        if (await SuggestionWriting.TakeAsync(db, id, cancellationToken) is not { } suggestion)
        {
            return Refusal.NotThere();
        }

        if (suggestion.State == SuggestionState.Approved)
        {
            return SuggestionWriting.Decided(suggestion);
        }

        if (await db.Suggestions.AnyAsync(s => s.PendingKey == proposal.Key && s.Id != id, cancellationToken))
        {
            return Refusal.Rule("The same suggestion is already awaiting a curator.");
        }

        if (await AlreadyInGuide.FindAsync(db, proposal, cancellationToken) is { } known)
        {
            return known;
        }

        if (suggestion.State != SuggestionState.Pending
            && await limits.RefusedAsync(db, actor, writing.Now, cancellationToken) is { } tooMuch)
        {
            return tooMuch;
        }

        suggestion.Submit(proposal, NetworkMark.Make(from), writing.Now);
        SuggestionWriting.Log(db, actor, "resubmitted", suggestion, "", writing.Now);
        return default(Done);
    }
}
