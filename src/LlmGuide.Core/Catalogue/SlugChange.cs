using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue;

/// <summary>Keeps every address that a subject ever had leading to the one it has now.</summary>
internal static class SlugChange
{
    /// <returns>The slug of another subject that this former slug leads to; <c>null</c> when it is free.</returns>
    public static Task<string?> LeadsElsewhereAsync(
        GuideDb db, SlugOwner owner, string slug, string? own, CancellationToken cancellationToken) =>
        db.FormerSlugs.Where(f => f.Owner == owner && f.Slug == slug && f.Current != own)
            .Select(f => f.Current).FirstOrDefaultAsync(cancellationToken);

    /// <param name="owner">What the slug names.</param>
    /// <param name="old">The slug so far; <c>null</c> for something new.</param>
    /// <param name="current">The slug from now on.</param>
    public static async Task ApplyAsync(GuideDb db, SlugOwner owner, string? old, string current, CancellationToken cancellationToken)
    {
        if (old is null || old == current)
        {
            return;
        }

        // The old one may have led elsewhere already, while this was merged into something else.
        await db.FormerSlugs.Where(f => f.Owner == owner && (f.Slug == current || f.Slug == old)).ExecuteDeleteAsync(cancellationToken);
        await db.FormerSlugs.Where(f => f.Owner == owner && f.Current == old)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Current, current), cancellationToken);
        db.FormerSlugs.Add(new FormerSlug(owner, old, current));
    }
}
