using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>
/// A curator says that they are on it, for a while (<see cref="SuggestionOptions.ClaimMinutes"/>), so that two do not look at the same.
/// It keeps nobody from deciding, and nothing of the guide changes: so the log does not know of it.
/// </summary>
public sealed class ClaimSuggestion(SuggestionWriting writing, SuggestionOptions options)
{
    /// <returns>Refused when another curator is on it.</returns>
    public Task<Outcome<Done>> RunAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        var now = writing.Now;
        DateTimeOffset? until = now.AddMinutes(options.ClaimMinutes);
        return SetAsync(actor, id, actor.MemberId, until, cancellationToken);
    }

    /// <summary>Says that they are no longer on it.</summary>
    public Task<Outcome<Done>> ReleaseAsync(Actor actor, int id, CancellationToken cancellationToken) =>
        SetAsync(actor, id, null, null, cancellationToken);

    private async Task<Outcome<Done>> SetAsync(
        Actor actor, int id, int? claimant, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.DecideSuggestions) || actor.MemberId is null)
        {
            return Refusal.NotAllowed();
        }

        var now = writing.Now;
        return await writing.RunAsync<Done>(
            async db => await db.Suggestions
                .Where(s => s.Id == id && s.State == SuggestionState.Pending
                    && (s.ClaimedById == null || s.ClaimedById == actor.Id || s.ClaimedUntil <= now))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.ClaimedById, claimant).SetProperty(s => s.ClaimedUntil, until), cancellationToken) == 1
                ? default(Done)
                : Refusal.Rule("Another curator has claimed it, or it has been decided in the meantime."),
            cancellationToken);
    }
}
