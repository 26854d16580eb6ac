using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>What everybody may know about a member, with what they gave to the guide.</summary>
public sealed class MemberRecordQuery(IDbContextFactory<GuideDb> databases, MemberProfileQuery profiles)
{
    /// <inheritdoc cref="MemberProfileQuery.RunAsync"/>
    public async Task<MemberRecord?> RunAsync(string name, long page, CancellationToken cancellationToken)
    {
        if (await profiles.RunAsync(name, page, cancellationToken) is not { } profile)
        {
            return null;
        }

        var normalized = profile.Name.ToUpperInvariant();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var members = db.Members.Where(m => m.NormalizedUserName == normalized).Select(m => (int?)m.Id);
        return new MemberRecord(profile, await db.Suggestions.CountAsync(
            s => s.State == SuggestionState.Approved && members.Contains(s.SuggestedById), cancellationToken));
    }
}

/// <param name="SuggestionsAccepted">How many of their suggestions are part of the guide.</param>
public sealed record MemberRecord(MemberProfile Profile, int SuggestionsAccepted);
