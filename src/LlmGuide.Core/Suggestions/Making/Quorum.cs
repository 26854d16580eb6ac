using System.Net;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>
/// Whether those who propose the same are two people, and not two accounts of one: each has been here for a while and has shown an
/// address or work that a curator took, and they come from different networks. Whoever was given a role is known.
/// </summary>
public sealed class Quorum(SuggestionOptions options, SuggestionLimits limits)
{
    /// <param name="db">To look only.</param>
    /// <param name="from">Where they come from; <c>null</c> where that is not known.</param>
    /// <returns>Who proposed it before, where both words together are enough; otherwise <c>null</c>.</returns>
    internal async Task<string?> OtherAsync(
        GuideDb db, Actor actor, IPAddress? from, Suggestion suggestion, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var voices = Voices(suggestion);
        var people = await PeopleAsync(db, [.. voices.Keys, actor.Id], now, cancellationToken);
        if (people.All(known => known.Id != actor.Id) || !await limits.CountsAsync(db, actor, now, cancellationToken))
        {
            return null;
        }

        return people.FirstOrDefault(
            other => other.Id != actor.Id && (actor.Roles != Role.None || other.HasRole || IsElsewhere(voices[other.Id], from)))?.Name;
    }

    private static Dictionary<int, string?> Voices(Suggestion suggestion)
    {
        var voices = suggestion.Seconds.ToDictionary(second => second.MemberId, second => second.Network);
        if (suggestion.SuggestedById is { } first)
        {
            voices[first] = suggestion.Network;
        }

        return voices;
    }

    private bool IsElsewhere(string? mark, IPAddress? from) => !options.QuorumNetworks || NetworkMark.Differs(mark, from);

    /// <returns>Those of the members whose word counts, in the order in which they came here.</returns>
    private async Task<List<Known>> PeopleAsync(GuideDb db, List<int> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-options.QuorumDays);
        var (suggestions, decisions, proof) = (db.Suggestions, db.SuggestionDecisions, options.QuorumProof);
        return await db.Members.Where(
            m => ids.Contains(m.Id) && m.DisabledAt == null && (m.SuspendedUntil == null || m.SuspendedUntil <= now))
            .Where(m => m.Roles != Role.None || (m.JoinedAt <= since && (!proof || m.EmailConfirmed
                || suggestions.Any(s => s.SuggestedById == m.Id
                    && decisions.Any(d => d.SuggestionId == s.Id && d.State == SuggestionState.Approved && d.ById != null)))))
            .OrderBy(m => m.Id)
            .Select(m => new Known(m.Id, m.UserName!, m.Roles != Role.None)).ToListAsync(cancellationToken);
    }

    private sealed record Known(int Id, string Name, bool HasRole);
}
