using System.Net;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions.Decisions;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>
/// Another member proposes what somebody has proposed. A small fix (title, authors, year, a dead link) is then applied by the guide,
/// since two people are seldom wrong in the same way (who they are, <see cref="Quorum"/> says); anything else still waits for a curator.
/// </summary>
public sealed class SecondSuggestion(
    SuggestionWriting writing, Quorum quorum, SuggestedChanges changes, SuggestionDecisions decisions)
{
    internal async Task<Outcome<Submitted>> RunAsync(Actor actor, IPAddress? from, int id, CancellationToken cancellationToken)
    {
        if (await writing.FindAsync(id, cancellationToken) is { State: SuggestionState.Pending, IsSmall: true } suggestion
            && await writing.LookAsync(
                db => quorum.OtherAsync(db, actor, from, suggestion, writing.Now, cancellationToken), cancellationToken) is { } other
            && await ApplyAsync(actor, other, suggestion, cancellationToken))
        {
            return new Submitted(id, SubmittedAs.Applied);
        }

        return await writing.RunAsync(db => AddAsync(db, actor, from, id, cancellationToken), cancellationToken);
    }

    private async Task<bool> ApplyAsync(Actor actor, string other, Suggestion suggestion, CancellationToken cancellationToken)
    {
        var reason = $"Proposed by {other} and by {actor.Name}.";
        var change = await changes.PrepareAsync(Proposal.Of(suggestion), Actor.Guide, reason, seen: null, cancellationToken);

        // What is refused (it was changed meanwhile, somebody has decided) is left to a curator.
        return change.Value is { } prepared
            && (await decisions.RunAsync(
                suggestion, new Decision(SuggestionState.Approved, Actor.Guide, reason) { Second = actor }, prepared,
                cancellationToken)).Refusal is null;
    }

    private async Task<Outcome<Submitted>> AddAsync(GuideDb db, Actor actor, IPAddress? from, int id, CancellationToken cancellationToken)
    {
        if (await SuggestionWriting.TakeAsync(db, id, cancellationToken) is not { } suggestion)
        {
            return Refusal.NotThere();
        }

        if (suggestion.State == SuggestionState.Pending && suggestion.SuggestedById != actor.Id
            && suggestion.Seconds.All(s => s.MemberId != actor.Id))
        {
            suggestion.Second(actor, NetworkMark.Make(from), writing.Now);
            SuggestionWriting.Log(db, actor, "supported", suggestion, "", writing.Now);
        }

        return new Submitted(id, suggestion.State == SuggestionState.Approved ? SubmittedAs.Applied : SubmittedAs.Same);
    }
}
