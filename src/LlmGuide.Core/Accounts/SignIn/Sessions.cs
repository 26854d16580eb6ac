using System.Security.Cryptography;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.SignIn;

/// <summary>The browsers that are signed in. What is asked on every request is asked with one indexed read.</summary>
public sealed class Sessions(IDbContextFactory<GuideDb> databases, Writing writing, TimeProvider clock)
{
    private const int LongestBrowser = 200;
    private const int MostListed = 100;

    /// <summary>How old <see cref="MemberSession.SeenAt"/> may become while a session is in use.</summary>
    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(5);

    // Not static: a compiled query belongs to the model of one database.
    private readonly Func<GuideDb, string, CancellationToken, Task<SignedIn?>> _byDigest = EF.CompileAsyncQuery(
        (GuideDb db, string digest, CancellationToken _) =>
            db.Set<MemberSession>().AsNoTracking().Where(s => s.KeyDigest == digest)
                .Join(db.Set<Member>(), s => s.MemberId, m => m.Id, (s, m) => new SignedIn(
                    s.Id, m.Id, m.UserName!, m.Roles, m.SuspendedUntil,
                    m.DisabledAt != null || m.SecurityStamp != s.Stamp, s.ExpiresAt, s.SeenAt, s.Persistent, s.Stamp))
                .FirstOrDefault());

    /// <summary>Writes a session down.</summary>
    /// <returns>The key for the cookie: 256 random bits. It is not kept anywhere else.</returns>
    public async Task<string> StartAsync(
        int memberId, string stamp, DateTimeOffset expiresAt, bool persistent, string browser, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await writing.RunAsync<Done>(
            async db =>
            {
                await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
                db.Sessions.Add(new MemberSession
                {
                    KeyDigest = Digest(key),
                    MemberId = memberId,
                    Stamp = stamp,
                    CreatedAt = now,
                    SeenAt = now,
                    ExpiresAt = expiresAt,
                    Persistent = persistent,
                    Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
                });
                return default(Done);
            },
            cancellationToken);
        return key;
    }

    /// <returns>Who has the key, as they are now; <c>null</c> when the session is over.</returns>
    public async Task<SignedIn?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await _byDigest(db, Digest(key), cancellationToken) is { Ended: false } found
            && found.ExpiresAt > clock.GetUtcNow() ? found : null;
    }

    /// <summary>Whether it is time to write down that a session was used.</summary>
    public bool IsStale(SignedIn session) => clock.GetUtcNow() - session.SeenAt > SeenWithin;

    public Task TouchAsync(int sessionId, CancellationToken cancellationToken) => writing.RunAsync<Done>(
        async db =>
        {
            var now = clock.GetUtcNow();
            await db.Sessions.Where(s => s.Id == sessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellationToken);
            return default(Done);
        },
        cancellationToken);

    /// <summary>Gives a session a later end, and the security stamp that its member has now.</summary>
    public Task ProlongAsync(string key, string stamp, DateTimeOffset expiresAt, bool persistent, CancellationToken cancellationToken)
    {
        var digest = Digest(key);
        return writing.RunAsync<Done>(
            async db =>
            {
                await db.Sessions.Where(s => s.KeyDigest == digest).ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.ExpiresAt, expiresAt).SetProperty(s => s.Stamp, stamp).SetProperty(
                        s => s.Persistent, persistent), cancellationToken);
                return default(Done);
            },
            cancellationToken);
    }

    public Task EndAsync(string key, CancellationToken cancellationToken)
    {
        var digest = Digest(key);
        return writing.RunAsync<Done>(
            async db =>
            {
                await db.Sessions.Where(s => s.KeyDigest == digest).ExecuteDeleteAsync(cancellationToken);
                return default(Done);
            },
            cancellationToken);
    }

    /// <returns>The browsers in which a member is signed in, the last used first.</returns>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (now, members) = (clock.GetUtcNow(), db.Members);
        return await db.Sessions.AsNoTracking().Where(s => s.MemberId == memberId && s.ExpiresAt > now)
            .Where(s => members.Any(m => m.Id == s.MemberId && m.SecurityStamp == s.Stamp))
            .OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.Id).Take(MostListed)
            .Select(s => new OpenSession(s.Id, s.Browser, s.CreatedAt, s.SeenAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Signs a member out of every browser but one.</summary>
    /// <returns>How many sessions ended.</returns>
    public async Task<int> EndOthersAsync(int memberId, int? kept, CancellationToken cancellationToken) => (await writing.RunAsync<int>(
        async db => await db.Sessions.Where(s => s.MemberId == memberId && s.Id != kept).ExecuteDeleteAsync(cancellationToken),
        cancellationToken)).Value;

    /// <summary>Signs a member out of one browser.</summary>
    public Task EndOneAsync(int memberId, int sessionId, CancellationToken cancellationToken) => writing.RunAsync<int>(
        async db => await db.Sessions.Where(s => s.MemberId == memberId && s.Id == sessionId).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
}

/// <param name="SeenAt">Its last use, to within some minutes.</param>
public sealed record OpenSession(int Id, string Browser, DateTimeOffset Since, DateTimeOffset SeenAt);

/// <param name="SuspendedUntil">Until when the member may read only.</param>
/// <param name="Ended">Whether the account was disabled, or its password changed elsewhere.</param>
/// <param name="SeenAt">The last use that was written down.</param>
/// <param name="Persistent">Whether the cookie outlives the browser.</param>
public sealed record SignedIn(
    int SessionId,
    int MemberId,
    string Name,
    Role Roles,
    DateTimeOffset? SuspendedUntil,
    bool Ended,
    DateTimeOffset ExpiresAt,
    DateTimeOffset SeenAt,
    bool Persistent,
    string Stamp);
