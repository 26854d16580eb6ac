using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Curation.Suggestions;

/// <summary>
/// Another member proposes what somebody has proposed. A small fix (title, authors, year, a dead link) is then applied by the guide,
/// since two who do not know of each other are seldom wrong in the same way; anything else still waits for a curator.
/// </summary>
public sealed class SecondSuggestion(SuggestionWriting writing, SuggestionLimits limits, Deciding deciding, ApplySuggestion apply)
{
    internal async Task<Outcome<Submitted>> RunAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        if (await writing.FindAsync(id, cancellationToken) is { State: SuggestionState.Pending, IsSmall: true } suggestion
            && await FirstAsync(actor, suggestion, cancellationToken) is { } first
            && await ApplyAsync(actor, first, suggestion, cancellationToken))
        {
            return new Submitted(id, SubmittedAs.Applied);
        }

        return await writing.RunAsync(db => AddAsync(db, actor, id, cancellationToken), cancellationToken);
    }

    /// <returns>Who proposed it first, where both words together are enough; otherwise <c>null</c>.</returns>
    private Task<string?> FirstAsync(Actor actor, Suggestion suggestion, CancellationToken cancellationToken) => writing.LookAsync(
        async db =>
        {
            var now = writing.Now;
            return await limits.CountsAsync(db, actor, now, cancellationToken)
                ? await db.Members.Where(m => m.Id == suggestion.SuggestedById && m.Id != actor.Id && m.DisabledAt == null && (m.SuspendedUntil == null || m.SuspendedUntil <= now))
                    .Select(m => m.UserName).FirstOrDefaultAsync(cancellationToken)
                : null;
        },
        cancellationToken);

    private async Task<bool> ApplyAsync(Actor actor, string first, Suggestion suggestion, CancellationToken cancellationToken)
    {
        var reason = $"Proposed by {first} and by {actor.Name}.";
        var prepared = await deciding.PrepareAsync(new Verdict(SuggestionState.Approved, Actor.Guide, reason) { Second = actor }, suggestion, cancellationToken);
        if (prepared.Value is not { } decision)
        {
            return false;
        }

        // What is refused (it was changed meanwhile, somebody has decided) is left to a curator.
        var applied = await apply.RunAsync(Proposal.Of(suggestion), Actor.Guide, reason, seen: null, (db, entryId) => deciding.WriteAsync(db, decision, entryId, cancellationToken), cancellationToken);
        if (applied.Refusal is null)
        {
            await deciding.FinishAsync(decision);
        }

        return applied.Refusal is null;
    }

    private async Task<Outcome<Submitted>> AddAsync(GuideDb db, Actor actor, int id, CancellationToken cancellationToken)
    {
        if (await SuggestionWriting.TakeAsync(db, id, cancellationToken) is not { } suggestion)
        {
            return Refusal.NotThere();
        }

        if (suggestion.State == SuggestionState.Pending && suggestion.SuggestedById != actor.Id && suggestion.Seconds.All(s => s.MemberId != actor.Id))
        {
            suggestion.Second(actor, writing.Now);
            SuggestionWriting.Log(db, actor, "seconded", suggestion, "", writing.Now);
        }

        return new Submitted(id, suggestion.State == SuggestionState.Approved ? SubmittedAs.Applied : SubmittedAs.Same);
    }
}
