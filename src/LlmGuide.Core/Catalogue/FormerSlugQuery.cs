using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue;

/// <summary>Where a slug that nothing has any more leads to.</summary>
public sealed class FormerSlugQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns>The current slug, or <c>null</c> when nothing ever had this one.</returns>
    public async Task<string?> RunAsync(SlugOwner owner, string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.FormerSlugs.AsNoTracking().Where(f => f.Owner == owner && f.Slug == slug)
            .Select(f => f.Current).FirstOrDefaultAsync(cancellationToken);
    }
}
