using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts;

/// <summary>
/// Who a session belongs to at this moment. A page is asked anew with every request; a circuit stays open for hours, and has to ask
/// before each act.
/// </summary>
public sealed class CurrentMember(IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    /// <returns><c>null</c> when the session is over, or the account closed.</returns>
    public async Task<Actor?> RunAsync(int sessionId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var found = await db.Sessions.AsNoTracking().Where(s => s.Id == sessionId && s.ExpiresAt > now)
            .Join(db.Members.Where(m => m.DisabledAt == null), s => new { Id = s.MemberId, Stamp = (string?)s.Stamp },
                m => new { m.Id, Stamp = m.SecurityStamp }, (s, m) => new { m.Id, m.UserName, m.Roles, m.SuspendedUntil })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new Actor(found.Id, found.UserName!, found.Roles, found.SuspendedUntil > now);
    }
}
