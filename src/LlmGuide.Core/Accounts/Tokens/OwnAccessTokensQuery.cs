using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Tokens;

/// <summary>The tokens of one member, the newest first.</summary>
public sealed class OwnAccessTokensQuery(IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    public async Task<IReadOnlyList<OwnAccessToken>> RunAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();

        // Not paged: there are at most CreateAccessToken.Most.
        return await db.AccessTokens.AsNoTracking().Where(t => t.MemberId == memberId).OrderByDescending(t => t.Id)
            .Select(t => new OwnAccessToken(t.Id, t.Name, t.Scopes, t.CreatedAt, t.ExpiresAt, t.UsedAt, t.ExpiresAt <= now))
            .ToListAsync(cancellationToken);
    }
}

public sealed record OwnAccessToken(
    int Id, string Name, TokenScopes Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, bool HasEnded)
{
    /// <summary>The last moment at which it works, which lies on the day that was chosen.</summary>
    public DateTimeOffset LastMoment => ExpiresAt.AddTicks(-1);
}
