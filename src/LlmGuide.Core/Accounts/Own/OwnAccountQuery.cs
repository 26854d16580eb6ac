using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Own;

/// <summary>What members see of their own account.</summary>
public sealed class OwnAccountQuery(IDbContextFactory<GuideDb> databases, Sessions sessions)
{
    public async Task<OwnAccountView?> RunAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (passkeys, logins) = (db.Set<IdentityUserPasskey<int>>(), db.Set<IdentityUserLogin<int>>());
        var member = await db.Members.AsNoTracking().Where(m => m.Id == memberId)
            .Select(m => new
            {
                m.UserName,
                m.Email,
                m.EmailConfirmed,
                m.About,
                Mails = new MailWishes(m.MailRhythm, m.ReviewMails),
                m.Roles,
                m.JoinedAt,
                m.TwoFactorEnabled,
                m.SuspendedUntil,
                m.SuspensionReason,
                HasPassword = m.PasswordHash != null,
                Passkeys = passkeys.Count(p => p.UserId == m.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (member is null)
        {
            return null;
        }

        // Not paged: one for each provider that is configured.
        var elsewhere = await logins.AsNoTracking().Where(l => l.UserId == memberId)
            .OrderBy(l => l.LoginProvider).Select(l => l.LoginProvider).ToListAsync(cancellationToken);
        return new OwnAccountView(
            member.UserName!, member.Email, member.EmailConfirmed, member.About, member.Mails,
            member.Roles, member.JoinedAt, member.HasPassword, member.TwoFactorEnabled,
            member.Passkeys, elsewhere, member.SuspendedUntil, member.SuspensionReason,
            await sessions.ListAsync(memberId, cancellationToken));
    }
}

/// <param name="Name">How everybody calls them.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="JoinedAt">Since when they are a member.</param>
/// <param name="SuspendedUntil">Until when they may read only.</param>
/// <param name="Sessions">Where they are signed in, the last used first.</param>
public sealed record OwnAccountView(
    string Name,
    string? Mail,
    bool MailConfirmed,
    string About,
    MailWishes Mails,
    Role Roles,
    DateTimeOffset JoinedAt,
    bool HasPassword,
    bool TwoFactor,
    int Passkeys,
    IReadOnlyList<string> Elsewhere,
    DateTimeOffset? SuspendedUntil,
    string? SuspensionReason,
    IReadOnlyList<OpenSession> Sessions);
