using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.LinkChecks;

/// <summary>One work's link.</summary>
public sealed class LinkQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when no resource has this slug.</returns>
    public async Task<LinkRow?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await LinksQuery.Rows(db, db.Resources.AsNoTracking().Where(r => r.Slug == slug)).FirstOrDefaultAsync(cancellationToken);
    }
}
