using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Administration;

/// <summary>The members, for whoever manages them.</summary>
public sealed class MemberListQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <param name="search">A part of a name or an address; empty for everybody.</param>
    /// <param name="page">Counted from 1.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<Page<ListedMember>> RunAsync(string search, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var wanted = search.Trim().ToUpperInvariant();
        var found = db.Members.AsNoTracking();
        if (wanted.Length > 0)
        {
            found = found.Where(
                m => m.NormalizedUserName!.Contains(wanted) || (m.NormalizedEmail != null && m.NormalizedEmail.Contains(wanted)));
        }

        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var items = await found.OrderBy(m => m.NormalizedUserName).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(m => new ListedMember(m.UserName!, m.Email, m.EmailConfirmed, m.Roles, m.JoinedAt, m.SuspendedUntil, m.DisabledAt))
            .ToListAsync(cancellationToken);
        return new Page<ListedMember>(items, number, PageSize, total);
    }
}

public sealed record ListedMember(
    string Name, string? Mail, bool MailConfirmed, Role Roles, DateTimeOffset JoinedAt,
    DateTimeOffset? SuspendedUntil, DateTimeOffset? DisabledAt);
