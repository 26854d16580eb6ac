using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation.Suspensions;

/// <summary>Whether a member may write.</summary>
public sealed class SuspensionQuery(IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    /// <param name="name">The member's, in any case.</param>
    /// <returns><c>null</c> when there is no such member.</returns>
    public async Task<Suspension?> RunAsync(string name, CancellationToken cancellationToken)
    {
        var normal = name.ToUpperInvariant();
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Members.AsNoTracking().Where(m => m.NormalizedUserName == normal)
            .Select(m => m.SuspendedUntil > now
                ? new Suspension(m.UserName!, m.SuspendedUntil, m.SuspensionReason)
                : new Suspension(m.UserName!, null, null))
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Name">The member's, as they spell it.</param>
/// <param name="Until">When it ends; <c>null</c> for a member in good standing.</param>
public sealed record Suspension(string Name, DateTimeOffset? Until, string? Reason);
