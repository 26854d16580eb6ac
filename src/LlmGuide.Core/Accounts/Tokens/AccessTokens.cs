using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Tokens;

/// <summary>Who a program acts for, asked on each of its requests with one indexed read.</summary>
public sealed class AccessTokens(IDbContextFactory<GuideDb> databases, Writing writing, TimeProvider clock)
{
    /// <summary>How old <see cref="AccessToken.UsedAt"/> may become while a token is in use.</summary>
    private static readonly TimeSpan UsedWithin = TimeSpan.FromMinutes(1);

    // Not static: a compiled query belongs to the model of one database.
    private readonly Func<GuideDb, string, CancellationToken, Task<Found?>> _byDigest = EF.CompileAsyncQuery(
        (GuideDb db, string digest, CancellationToken _) =>
            db.Set<AccessToken>().AsNoTracking().Where(t => t.Digest == digest)
                .Join(db.Set<Member>(), t => t.MemberId, m => m.Id, (t, m) => new Found(
                    t.Id, t.Name, t.Scopes, t.ExpiresAt, t.UsedAt, m.Id, m.UserName!, m.SuspendedUntil, m.DisabledAt != null))
                .FirstOrDefault());

    /// <param name="text">The token as it was sent.</param>
    /// <returns>Whose it is, as they are now; or why it is not taken, in ASCII, since the answer says it in a header.</returns>
    public async Task<Outcome<TokenHolder>> FindAsync(string text, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await _byDigest(db, AccessToken.DigestOf(text), cancellationToken) switch
        {
            null => Refusal.NotAllowed("This token is not known. It may have been removed."),
            { Disabled: true } => Refusal.NotAllowed("The account of this token is closed."),
            { ExpiresAt: var end } when end <= now => Refusal.NotAllowed(
                $"This token ended on {end.AddTicks(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}. Make a new one."),
            // Offices stay with the browser: what a token is for, every member may.
            var found => new TokenHolder(
                found.Id, found.TokenName, found.Scopes, found.ExpiresAt,
                new Actor(found.MemberId, found.MemberName, Role.None, found.SuspendedUntil > now),
                found.UsedAt is null || now - found.UsedAt > UsedWithin),
        };
    }

    /// <summary>Writes down that a token was used.</summary>
    public Task TouchAsync(int tokenId, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async db =>
        {
            var now = clock.GetUtcNow();
            await db.AccessTokens.Where(t => t.Id == tokenId)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), cancellationToken);
            return default(Done);
        },
        cancellationToken);

    private sealed record Found(
        int Id, string TokenName, TokenScopes Scopes, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt,
        int MemberId, string MemberName, DateTimeOffset? SuspendedUntil, bool Disabled);
}

/// <param name="Actor">Its member, without any office.</param>
/// <param name="IsStale">Whether it is time to write down that it was used.</param>
public sealed record TokenHolder(
    int TokenId, string TokenName, TokenScopes Scopes, DateTimeOffset ExpiresAt, Actor Actor, bool IsStale);
